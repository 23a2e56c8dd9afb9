package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/b.jpg            | a/b.jpg    | /a/b.jpg",
                "/a%20b.jpg          | a b.jpg    | /a%20b.jpg",
                "/caf%C3%A9.jpg      | café.jpg   | /caf%C3%A9.jpg",
                "/caf%c3%a9.jpg      | café.jpg   | /caf%C3%A9.jpg",
                "/%EA%B3%A0.jpg      | 고.jpg      | /%EA%B3%A0.jpg",
                "/%F0%9F%98%80       | 😀         | /%F0%9F%98%80",
                "/a(1).jpg           | a(1).jpg   | /a(1).jpg",
                "/a%281%29.jpg       | a(1).jpg   | /a(1).jpg",
                "/a+b.jpg            | a+b.jpg    | /a%2Bb.jpg",
                "/a%2Bb.jpg          | a+b.jpg    | /a%2Bb.jpg",
                "/a%2cb.jpg          | a,b.jpg    | /a%2Cb.jpg",
                "/a%2Fb.jpg          | a/b.jpg    | /a/b.jpg",
                "/a%252Fb.jpg        | a%2Fb.jpg  | /a%252Fb.jpg",
                "/100%25.jpg         | 100%.jpg   | /100%25.jpg",
                "//a.jpg             | /a.jpg     | //a.jpg",
                "/c%61t.jpg          | cat.jpg    | /cat.jpg",
                "/å.jpg              | å.jpg      | /%C3%A5.jpg"
            })
    void ofPath_anySpelling_hasOneCanonicalPath(String written, String key, String canonical) {
        assertThat(Key.ofPath(written)).isEqualTo(new Key(key));
        assertThat(Key.ofPath(written).path()).isEqualTo(canonical);
        assertThat(new Key(key).path()).isEqualTo(canonical);
        assertThat(Key.ofPath(canonical)).isEqualTo(new Key(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg",
                "",
                "/%",
                "/%4",
                "/%zz",
                "/%FF",
                "/%C3",
                "/%C3a",
                "/%C0%AF",
                "/%E0%80%AF",
                "/%ED%A0%80",
                "/%F4%90%80%80",
                "/%F8%88%80%80%80",
                "/%00",
                "/a%0Ab",
                "/%7F",
                "/%80"
            })
    void ofPath_noPercentEncodedUtf8_isMalformed(String path) {
        assertThatThrownBy(() -> Key.ofPath(path)).isInstanceOf(MalformedException.class);
    }

    @Test
    void path_anyKey_agreesWithTheJdk() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            Key key = new Key(text);

            assertThat(URLDecoder.decode(key.path(), StandardCharsets.UTF_8)).isEqualTo("/" + text);
            assertThat(Key.ofPath(key.path())).isEqualTo(key);
            assertThat(key.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cat.jpg, jpg",
        "a/CAT.JPEG, jpeg",
        "a.b/cat, ''",
        "cat, ''",
        "cat., ''",
        ".hidden, hidden",
        "x.tar.PNG, png"
    })
    void extension_ofAKey_isLowerCase(String key, String extension) {
        assertThat(new Key(key).extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({"a/../b, true", "../b, true", "a/., true", "., true", "a..b, false", "..., false", "a/..b, false"})
    void hasDotSegment_onlyForWholeSegments(String key, boolean expected) {
        assertThat(new Key(key).hasDotSegment()).isEqualTo(expected);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(12); k >= 0; k--) {
            int codePoint = random.nextInt(4) == 0 ? random.nextInt(0x110000) : 0x20 + random.nextInt(0x60);
            if (codePoint >= 0x20 && codePoint != 0x7F && (codePoint < 0xD800 || codePoint > 0xDFFF)) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"a., a.jpg", "a/b.c., a/b.c.jpg", "a.., a..jpg", "' .', ' .jpg'", "고., 고.jpg"})
    void completed_aKeyThatEndsWithADot_getsTheExtension(String key, String whole) {
        assertThat(new Key(key).completed("jpg")).isEqualTo(new Key(whole));
        assertThat(new Key(key).completed("")).isEqualTo(new Key(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a/.", "a/..", "a", "a.jpg", "a./", "/", "a./b", "a. "})
    void completed_anyOtherKey_staysAsItIs(String key) {
        assertThat(new Key(key).completed("jpg")).isEqualTo(new Key(key));
    }

    @ParameterizedTest
    @CsvSource({"/a/b, /a/b", "/caf%C3%A9, /caf\u00E9", "/%25, /%"})
    void plainPath_isDecoded(String path, String plain) {
        assertThat(Key.ofPath(path).plainPath()).isEqualTo(plain);
        assertThat(new Key(plain.substring(1)).plainPath()).isEqualTo(plain);
    }
}
