package io.edgepix.viewerrequest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests properties of all requests. The cases are in rule-cases.txt. */
class RuleTest {
    private static final Rule RULE = new Rule(ConfigReader.defaults().offer(), new JdkHmac());

    @Test
    void decide_anything_neverThrowsAndRewritesToPathsThatPass() {
        Random random = new Random(7);
        PathGrammar grammar = new PathGrammar(ConfigReader.defaults().offer());
        String alphabet = "0129x/-=&d.qfpr%2FcoverwebpåA+;,* \t";
        int rewritten = 0;
        for (int i = 0; i < 50_000; i++) {
            RuleRequest request = new RuleRequest(
                    "GET",
                    "/" + text(random, alphabet),
                    random.nextBoolean() ? "d=" + text(random, "0123x") : text(random, alphabet),
                    text(random, "image/webp,;q=0.1*"),
                    text(random, "Dalvik/Android 4.3 okhttp/"));

            if (RULE.decide(request) instanceof Decision.Rewrite(String uri)) {
                rewritten++;
                Derivative derivative = grammar.parse(uri);
                assertThat(derivative == null ? Key.ofPath(uri).path() : grammar.print(derivative))
                        .as("%s", request)
                        .isEqualTo(uri);
                assertThat(RULE.decide(new RuleRequest("GET", uri, "", "", ""))).isEqualTo(new Decision.Pass());
            }
        }
        assertThat(rewritten).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"290, webp", "299, webp", "300, jpeg", "8000, jpeg"})
    void decide_aProductAtTheEndOfALongUserAgent_isIgnored(int at, String format) {
        String userAgent = "x ".repeat(at).substring(at + 1) + " okhttp/4.12.0";

        assertThat(userAgent.indexOf("okhttp")).isEqualTo(at);
        assertThat(RULE.decide(new RuleRequest("GET", "/cat.jpg", "d=200x200", "", userAgent)))
                .isEqualTo(new Decision.Rewrite("/200x200/" + format + "/cat.jpg"));
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(9); k > 0; k--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
