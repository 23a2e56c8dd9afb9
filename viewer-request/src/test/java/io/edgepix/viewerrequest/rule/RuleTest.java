package io.edgepix.viewerrequest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private static final Rule RULE = new Rule(Config.defaults());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/images/cat.jpg, d=200x200, /200x200/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x, /200x/webp/images/cat.jpg",
                "/images/cat.jpg, d=x200, /x200/webp/images/cat.jpg",
                "/images/cat.jpg, d=200, /200x/webp/images/cat.jpg",
                "/images/cat.jpg, d=150x250, /200x300/webp/images/cat.jpg",
                "/images/cat.jpg, d=small, /368x/webp/images/cat.jpg",
                "/images/cat.jpg, d=large&dpr=2, /3200x/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&dpr=2, /400x400/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&dpr=1.5, /300x300/webp/images/cat.jpg",
                "/images/cat.jpg, d=16383x&dpr=10, /4096x/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&fit=cover, /200x200-cover/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&fit=contain, /200x200/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x&fit=cover, /200x/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&q=60, /200x200-q60/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&q=58, /200x200-q60/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&q=80, /200x200/webp/images/cat.jpg",
                "/images/cat.jpg, d=200x200&q=60&fit=cover&f=jpeg, /200x200-cover-q60/jpeg/images/cat.jpg",
                "/images/cat.jpg, d=200x200&f=jpg, /200x200/jpeg/images/cat.jpg",
                "/images/cat.jpg, d=200x200&f=png&q=60, /200x200/png/images/cat.jpg",
                "/images/cat.jpg, utm=1&d=200x200&v=7&dd=3, /200x200/webp/images/cat.jpg",
                "/images/cat.jpg, &&d=200x200&, /200x200/webp/images/cat.jpg",
                "/images/cat.jpg, d=200%78200, /200x200/webp/images/cat.jpg",
                "/a%20b.jpg, d=200x200, /200x200/webp/a%20b.jpg",
                "/%EA%B3%A0%EC%96%91%EC%9D%B4.jpg, d=200x200, /200x200/webp/%EA%B3%A0%EC%96%91%EC%9D%B4.jpg",
                "/a+b.jpg, d=200x200, /200x200/webp/a%2Bb.jpg",
                "/a%252Fb.jpg, d=200x200, /200x200/webp/a%252Fb.jpg",
                "/a..b.jpg, d=200x200, /200x200/webp/a..b.jpg",
                "/2024x/webp/cat.webp, ignored=1, -"
            })
    void decide_aSizeAskedForByABrowser_isRewritten(String uri, String query, String expected) {
        Decision decision = RULE.decide(new ViewerRequest(uri, query, "image/webp,*/*", ""));

        if (expected == null) {
            assertThat(decision).isInstanceOf(Decision.Refuse.class);
        } else {
            assertThat(decision).isEqualTo(new Decision.Rewrite(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d=",
                "d",
                "d=0x0",
                "d=-1",
                "d=axb",
                "d=16384x1",
                "d=200X200",
                "d=%FF",
                "d=%",
                "d=200x200x200",
                "d=unknown",
                "d=Small",
                "d=200x200&d=300x300",
                "d=200x200&fit=tile",
                "d=200x200&q=0",
                "d=200x200&q=101",
                "d=200x200&q=8.5",
                "d=200x200&f=gif",
                "d=200x200&f=avif",
                "d=200x200&dpr=0",
                "d=200x200&dpr=11",
                "d=200x200&dpr=",
                "d=200x200&dpr=1.",
                "d=200x200&dpr=.5",
                "d=200x200&dpr=1.2.3",
                "d=200x200&dpr=-1",
                "d=200x200&dpr=NaN",
                "d=200x200&dpr=999999999999999999",
                "d=200x200&q=60&q=70",
                "d=1%00"
            })
    void decide_aMalformedParameter_isRefusedInOneSentence(String query) {
        Decision decision = RULE.decide(new ViewerRequest("/cat.jpg", query, "", ""));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refused -> assertThat(refused.sentence())
                                .matches("[A-Zdfq][^\\n]*\\.")
                                .hasSizeLessThan(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%FF.jpg", "/%", "/a/../b.jpg", "/%2e%2e/b.jpg", "/200x200/webp/cat.jpg"})
    void decide_aSizeOfNoPicture_isRefused(String uri) {
        assertThat(RULE.decide(new ViewerRequest(uri, "d=200x200", "", ""))).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void decide_aMalformedSize_namesThePresetsToo() {
        assertThat(RULE.decide(new ViewerRequest("/cat.jpg", "d=tiny", "", "")))
                .isEqualTo(new Decision.Refuse("A size is WxH, Wx, xH or W in whole pixels from 1 to 16383,"
                        + " for example 200x200, or one of small, medium, large."));
    }

    @ParameterizedTest
    @CsvSource({
        "/images/cat.jpg, ''",
        "/images/cat.jpg, dd=200x200&D=1&xd=5",
        "/200x200/webp/images/cat.jpg, ''",
        "/200x200-cover-q60/webp/images/cat.jpg, v=1",
        "/, ''",
        "/%FF, ''",
        "/2024/webp/cat.jpg, ''"
    })
    void decide_withoutASize_passesUntouched(String uri, String query) {
        assertThat(RULE.decide(new ViewerRequest(uri, query, "image/webp", ""))).isEqualTo(new Decision.Pass());
    }

    @ParameterizedTest
    @CsvSource({"/200x200/webp/c%61t.jpg, /200x200/webp/cat.jpg", "/200x200/webp/a%281%29.jpg, /200x200/webp/a(1).jpg"})
    void decide_aDerivativesPathInAnotherEncoding_takesItsCanonicalForm(String uri, String canonical) {
        assertThat(RULE.decide(new ViewerRequest(uri, "", "", ""))).isEqualTo(new Decision.Rewrite(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/201x201/webp/cat.jpg",
                "/200x200-q61/webp/cat.jpg",
                "/200x200/avif/cat.jpg",
                "/16384x/webp/cat.jpg",
                "/200x200/webp/300x300/webp/cat.jpg"
            })
    void decide_aDerivativesPathThatThePolicyForbids_isRefused(String uri) {
        assertThat(RULE.decide(new ViewerRequest(uri, "", "", ""))).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void decide_aPresetWithOptions_givesWayToWhatIsAskedBeside() {
        Rule rule = new Rule(Config.parse("{\"presets\":{\"avatar\":\"100x100-cover-q60\"}}"));

        assertThat(rule.decide(new ViewerRequest("/c.jpg", "d=avatar", "image/webp", "")))
                .isEqualTo(new Decision.Rewrite("/100x100-cover-q60/webp/c.jpg"));
        assertThat(rule.decide(new ViewerRequest("/c.jpg", "d=avatar&fit=contain&q=90", "image/webp", "")))
                .isEqualTo(new Decision.Rewrite("/100x100-q90/webp/c.jpg"));
    }

    @Test
    void decide_anything_neverThrowsAndRewritesToWhatPasses() {
        Random random = new Random(7);
        PathGrammar grammar = new PathGrammar(Config.defaults());
        String alphabet = "0129x/-=&d.qfpr%2FcoverwebpåA+;,* \t";
        int rewritten = 0;
        for (int i = 0; i < 50_000; i++) {
            ViewerRequest request = new ViewerRequest(
                    "/" + text(random, alphabet),
                    random.nextBoolean() ? "d=" + text(random, "0123x") : text(random, alphabet),
                    text(random, "image/webp,;q=0.1*"),
                    text(random, "Dalvik/Android 4.3 okhttp/"));

            if (RULE.decide(request) instanceof Decision.Rewrite(String uri)) {
                rewritten++;
                Derivative derivative = grammar.parse(uri);
                assertThat(derivative).as("%s", request).isNotNull();
                assertThat(grammar.print(derivative)).isEqualTo(uri);
                assertThat(RULE.decide(new ViewerRequest(uri, "", "", ""))).isEqualTo(new Decision.Pass());
            }
        }
        assertThat(rewritten).isGreaterThan(1000);
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(9); k > 0; k--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
