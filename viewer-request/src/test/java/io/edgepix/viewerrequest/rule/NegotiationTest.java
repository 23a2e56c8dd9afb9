package io.edgepix.viewerrequest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.PathGrammar;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that {@link Offer#mayNegotiate} agrees with the rule. */
class NegotiationTest {
    private static final List<String> ACCEPTS = List.of(
            "",
            "*/*",
            "image/*",
            "image/webp",
            "image/webp;q=0",
            "image/avif",
            "image/avif,image/webp,image/apng,*/*;q=0.8",
            "image/avif;q=0,image/webp",
            "image/png,image/*;q=0.8,*/*;q=0.5",
            "image/jpeg");
    private static final List<String> USER_AGENTS = List.of(
            "",
            "Mozilla/5.0 (Linux; Android 14) Chrome/130",
            "Dalvik/2.1.0 (Linux; U; Android 14; Pixel)",
            "Dalvik/1.6.0 (Linux; U; Android 4.2; Pixel)",
            "okhttp/4.12.0",
            "MyApp/3 CFNetwork/1494.0.7 Darwin/23.4.0",
            "curl/8.0");
    private static final List<String> EXTENSIONS =
            List.of("", "jpg", "jpeg", "JPG", "png", "gif", "GIF", "webp", "avif", "svg", "tiff", "bmp", "heic");

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"avif\":true}"})
    void mayNegotiate_ofAllFormats_isTrueOfThoseThatTheRuleChooses(String config) {
        Offer offer = ConfigReader.read(config).offer();
        for (String extension : EXTENSIONS) {
            Key key = new Key("cat." + extension);

            assertThat(chosen(key, offer)).as("%s under %s", key, config).isEqualTo(negotiable(key, offer));
        }
    }

    private static Set<Format> negotiable(Key key, Offer offer) {
        Set<Format> negotiable = EnumSet.noneOf(Format.class);
        for (Format format : Format.values()) {
            if (offer.mayNegotiate(format, key.extension())) {
                negotiable.add(format);
            }
        }
        return negotiable;
    }

    private static Set<Format> chosen(Key key, Offer offer) {
        Rule rule = new Rule(offer, new JdkHmac());
        PathGrammar grammar = new PathGrammar(offer);
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        for (String accept : ACCEPTS) {
            for (String userAgent : USER_AGENTS) {
                RuleRequest request = new RuleRequest("GET", key.path(), "d=200x200", accept, userAgent);
                Decision.Rewrite rewrite = (Decision.Rewrite) rule.decide(request);
                Derivative derivative = grammar.parse(rewrite.uri());
                assertThat(derivative).as("%s", request).isNotNull();
                chosen.add(derivative.format());
            }
        }
        return chosen;
    }
}
