package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Hmac;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
    private static final Hmac HMAC = new JdkHmac();
    private static final String NEW = "new-key-of-at-least-32-characters!";
    private static final String OLD = "old-key-of-at-least-32-characters!";
    private static final Signing SIGNING = new Signing(List.of(NEW, OLD), true);
    private static final String NOW = "1800000000";

    @ParameterizedTest
    @CsvSource({
        "/cat.jpg, d=200x200, 1800000000",
        "/cat.jpg, d=200x200, ''",
        "/cat.jpg, '', 1800000001",
        "/cat.jpg, '', ''",
        "/a%20b/%EA%B3%A0.jpg, q=60&&d=small&, 9999999999",
        "/200x200/webp/cat.jpg, '', 1800000000"
    })
    void sign_anything_isValid(String path, String query, String expiry) {
        for (String key : List.of(NEW, OLD)) {
            String signed = SignedUrl.sign(HMAC, key, path, query, expiry);

            assertThat(signed).startsWith(path + "?" + query);
            assertThat(isValid(signed)).as(signed).isTrue();
        }
    }

    /** Test case 2 of RFC 4231 checks the HMAC. This test checks the message that is signed. */
    @Test
    void sign_always_isTheHmacOfTheDecodedPathALineFeedAndTheQuery() {
        assertThat(HMAC.of("Jefe", "what do ya want for nothing?"))
                .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
        assertThat(SignedUrl.sign(HMAC, NEW, "/a%20%2f.jpg", "d=1%20", NOW))
                .isEqualTo("/a%20%2f.jpg?d=1%20&e=1800000000&s=" + HMAC.of(NEW, "/a /.jpg\nd=1%20&e=1800000000"));
    }

    @Test
    void isValid_anotherSpellingOfThePath_isTheSame() {
        String signature =
                SignedUrl.sign(HMAC, NEW, "/caf%C3%A9.jpg", "d=1", "").substring("/caf%C3%A9.jpg".length());

        for (String path : List.of("/caf%c3%a9.jpg", "/café.jpg", "/%63af%C3%A9%2Ejpg")) {
            assertThat(isValid(path + signature)).as(path).isTrue();
        }
        for (String path : List.of("/cafe%CC%81.jpg", "/CAF%C3%A9.jpg", "//caf%C3%A9.jpg", "/café.jpg/", "/café")) {
            assertThat(isValid(path + signature)).as(path).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1799999999",
                "0000000000",
                "180000000",
                "18000000000",
                "-180000000",
                "+18e000000",
                "abcdefghij",
                "１８００００００００",
                "1800000000%20",
                ""
            })
    void isValid_anInvalidExpiryTime_isFalse(String expiry) {
        String parameters = "d=1&e=" + expiry;

        assertThat(SignedUrl.isValid(HMAC, SIGNING, "/c", signed("/c", parameters), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e=1800000000&e=1800000000",
                "e=1700000000&d=1&e=1900000000",
                "e=1900000000&e",
                "e&e=1900000000",
                "e",
                "e=",
                "s=1&d=1",
                "s",
                "d=1&s",
                "d=1 2",
                "d=\u0000",
                "d=\uD83D",
                "d=é",
                "d=\n"
            })
    void isValid_signedOverParametersThatNoOneIsToSign_isNot(String parameters) {
        assertThat(SignedUrl.isValid(HMAC, SIGNING, "/c", signed("/c", parameters), NOW))
                .isFalse();
    }

    @Test
    void isValid_signedWithAnExpiryInItsPast_endsAfterThatSecond() {
        String signed = SignedUrl.sign(HMAC, OLD, "/c", "", "1800000000").substring("/c?".length());

        assertThat(SignedUrl.isValid(HMAC, SIGNING, "/c", signed, "1800000000")).isTrue();
        assertThat(SignedUrl.isValid(HMAC, SIGNING, "/c", signed, "1800000001")).isFalse();
    }

    @Test
    void isValid_byAKeyThatIsGone_isNot() {
        String signed = SignedUrl.sign(HMAC, OLD, "/c", "", "").substring("/c?".length());

        assertThat(SignedUrl.isValid(HMAC, new Signing(List.of(NEW), true), "/c", signed, NOW))
                .isFalse();
        assertThat(SignedUrl.isValid(HMAC, new Signing(List.of(), true), "/c", signed, NOW))
                .isFalse();
    }

    @Test
    void isValid_anyOtherFormOfASignature_isNot() {
        String signed = SignedUrl.sign(HMAC, NEW, "/cat.jpg", "d=200x200", "1900000000");
        int at = signed.indexOf("s=") + 2;
        String signature = signed.substring(at);
        List<String> forms = new ArrayList<>(List.of(
                "",
                " " + signature,
                signature + " ",
                signature + "=",
                signature + "A",
                signature + "&",
                signature + "&d=1",
                signature + "#",
                signature + "\u0000",
                signature + "%",
                signature.substring(1),
                signature.substring(0, 42),
                signature.substring(0, 42) + "=",
                signature.toLowerCase(Locale.ROOT),
                signature.toUpperCase(Locale.ROOT),
                signature + signature,
                "%" + Integer.toHexString(signature.charAt(0)) + signature.substring(1),
                "\uD83D" + signature.substring(1),
                signature.replace('-', '+').replace('_', '/') + "="));
        for (int i = 0; i < signature.length(); i++) {
            for (char c : "ABab09-_+/=%& \u0000\uFF21".toCharArray()) {
                forms.add(signature.substring(0, i) + c + signature.substring(i + 1));
            }
            forms.add(signature.substring(0, i) + (char) (signature.charAt(i) + 0x100) + signature.substring(i + 1));
        }
        forms.removeIf(signature::equals);

        assertThat(isValid(signed)).isTrue();
        assertThat(forms).hasSizeGreaterThan(500).noneMatch(form -> isValid(signed.substring(0, at) + form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c",
                "/c?",
                "/c?s",
                "/c?s=",
                "/c?S=SIGNATURE",
                "/c?%73=SIGNATURE",
                "/c?ss=SIGNATURE",
                "/c?d=1&s=SIGNATURE&s=SIGNATURE",
                "/c?s=SIGNATURE&d=1",
                "/c?d=1;s=SIGNATURE",
                "/c?d=1s=SIGNATURE",
                "c?d=1&s=SIGNATURE",
                "?d=1&s=SIGNATURE",
                "/%?d=1&s=SIGNATURE",
                "/\uD83D?d=1&s=SIGNATURE",
                "/c%00?d=1&s=SIGNATURE",
                "/c?d=1%26s=SIGNATURE",
                "/c?d=1&s&SIGNATURE"
            })
    void isValid_aSignatureInAnotherPlace_isFalse(String url) {
        String signature = HMAC.of(NEW, "/c\nd=1");

        assertThat(isValid("/c?d=1&s=" + signature)).isTrue();
        assertThat(isValid(url.replace("SIGNATURE", signature))).isFalse();
    }

    @Test
    void isValid_anyChangeOfASignedUrl_isFalse() {
        String signed = SignedUrl.sign(HMAC, NEW, "/a/cat.jpg", "d=200x200&q=60", "1900000000");
        Random random = new Random(11);
        int changed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(signed);
            for (int more = random.nextInt(3); more >= 0; more--) {
                int at = random.nextInt(text.length());
                char c = "0129aes=&?/%.x-_ \u0000\uFF45\uD83D".charAt(random.nextInt(20));
                text.replace(at, at + random.nextInt(2), random.nextInt(3) == 0 ? "" : String.valueOf(c));
            }
            if (!text.toString().equals(signed)) {
                changed++;
                assertThat(isValid(text.toString())).as(text.toString()).isFalse();
            }
        }
        assertThat(changed).isGreaterThan(15_000);
    }

    @ParameterizedTest
    @CsvSource({"/%FF, d=1", "cat.jpg, d=1", "/c, d=é", "/c, 'd= '", "/c, e=1", "/c, d=1&s=x", "/c, s"})
    void sign_anInvalidUrl_isReported(String path, String query) {
        assertThatThrownBy(() -> SignedUrl.sign(HMAC, NEW, path, query, "")).isInstanceOf(MalformedException.class);
    }

    private static String signed(String path, String parameters) {
        return parameters + "&s=" + HMAC.of(NEW, path + "\n" + parameters);
    }

    private static boolean isValid(String url) {
        int question = url.indexOf('?');
        return SignedUrl.isValid(
                HMAC,
                SIGNING,
                question < 0 ? url : url.substring(0, question),
                question < 0 ? "" : url.substring(question + 1),
                NOW);
    }
}
