package io.edgepix.viewerrequest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
    private static final List<String> PIECES = List.of(
            "/",
            ".",
            "..",
            "x",
            "1",
            "a",
            "a.",
            "-q5",
            "jpeg/",
            "64x/",
            "~",
            "~big/",
            "~stored/",
            "prew/small/",
            "_1_1_1.b",
            "+",
            "%41",
            "%2F",
            "%e9",
            "\u00E9",
            "%C3%A9",
            "\uD800",
            "\u0000",
            " ");
    private static final int MOST_PIECES = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {"/a", "/images/cat.jpg", "/2026/12-24/cat(1).jpg", "/A/a_b~c/!$&':@=", "/a//b/", "/1/2", "/-x"})
    void isOriginal_aPlainPath_isTrue(String path) {
        assertThat(PlainPath.isOriginal(path)).isTrue();
    }

    /** The rule passes some of these paths, too. It has to read them in full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/",
                "//",
                "//a",
                "/.",
                "/..",
                "/./a",
                "/a/..",
                "/a/../b",
                "/a/.b",
                "/a.",
                "/200x200/webp/a",
                "/x200/webp/a",
                "/x",
                "/~stored/a",
                "/~big/a",
                "/a%20b",
                "/a b",
                "/a+b",
                "/a,b",
                "/a;b",
                "/a*b",
                "/a\u00E9",
                "/a\u007F",
                "/a\uD800"
            })
    void isOriginal_anyOtherPath_isFalse(String path) {
        assertThat(PlainPath.isOriginal(path)).isFalse();
    }

    /**
     * Compares the decisions for a path alone and with an unknown parameter, for all short paths. The rule ignores that
     * parameter, but recognises no plain path with it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"defaultExtension\":\"jpg\"}",
                "{\"urls\":[\"/prew/{preset}/{key}\",\"/{key}_{width}_{height}_{n}.{ext}\"]}",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\"]}}",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\"],\"originals\":false},"
                        + "\"urls\":[\"/prew/{preset}/{key}\"]}"
            })
    void decide_everyShortPath_isAsIfNoPathWerePlain(String config) {
        Rule rule = new Rule(ConfigReader.read(config).offer(), new JdkHmac());

        assertThat(plainPaths(rule, "/", MOST_PIECES)).isGreaterThan(1000);
    }

    /** Checks all paths that continue a path by a number of pieces, and returns how many of them are plain. */
    private static int plainPaths(Rule rule, String path, int pieces) {
        Decision alone = rule.decide(new RuleRequest("GET", path, "", "", ""));
        Decision full = rule.decide(new RuleRequest("GET", path, "v=1", "", ""));
        if (!alone.equals(full)) {
            throw new AssertionError("\"" + path + "\": " + alone + ", with an unknown parameter " + full);
        }
        int plain = PlainPath.isOriginal(path) ? 1 : 0;
        for (int i = 0; pieces > 0 && i < PIECES.size(); i++) {
            plain += plainPaths(rule, path + PIECES.get(i), pieces - 1);
        }
        return plain;
    }
}
