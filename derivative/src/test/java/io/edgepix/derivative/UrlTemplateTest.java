package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTemplateTest {
    private static final List<String> PRESETS = List.of("small", "small-2", "medium");

    @ParameterizedTest
    @CsvSource({
        "/prew/{preset}/{key}, /prew/small/a/cat.jpg, a/cat.jpg, d=small",
        "/prew/{preset}/{key}, /prew/small-2/cat.jpg, cat.jpg, d=small-2",
        "/prew/{preset}/{key}, /prew/medium//, /, d=medium",
        "/{key}_{width}_{height}_{n}.{ext}, /a/cat_200_300_1.jpg, a/cat.jpg, d=200x300",
        "/{key}_{width}_{height}_{n}.{ext}, /a_b_1_2_3_4_5_6.JPG, a_b_1_2_3.JPG, d=4x5",
        "/{key}_{width}_{height}_{n}.{ext}, /a.b_0_300_007.x, a.b.x, d=x300",
        "/{key}_{width}_{height}_{n}.{ext}, /a_200_00_1.jpg, a.jpg, d=200x",
        "/{key}_{width}_{height}_{n}.{ext}, /a_0_0_1.jpg, a.jpg, d=x",
        "/{key}_{width}_{height}_{n}.{ext}, /a_99999999999_1_1.jpg, a.jpg, d=99999999999x1",
        "/{width}x{height}/{key}, /200x300/a/cat.jpg, a/cat.jpg, d=200x300",
        "/{width}x{height}/{key}, /0200x300/2x3/cat, 2x3/cat, d=0200x300",
        "/w{width}/{key}, /w200/cat.jpg, cat.jpg, d=200x",
        "/h{height}/{key}, /h200/cat.jpg, cat.jpg, d=x200",
        "/{fit}/{width}/{quality}/{format}/{key}, /cover/20/61/jpg/c, c, d=20x&fit=cover&f=jpg&q=61",
        "/{key}/{width}, /a/b/200, a/b, d=200x",
        "/{key}/{width}, /1/2/3, 1/2, d=3x",
        "/고양이%20%2B/{width}/{key}, /고양이 +/1/😀, 😀, d=1x",
        "/{preset}-{key}, /medium-small, small, d=medium"
    })
    void read_aPathOfTheForm_isTheRequestedDerivative(String template, String path, String key, String parameters) {
        UrlMatch match = Objects.requireNonNull(UrlMatch.of(UrlTemplate.parse(template), path, PRESETS), "no match");

        assertThat(match.original()).isEqualTo(new Key(key));
        assertThat("d=" + match.size()
                        + given("&fit=", match.value(UrlTemplate.FIT))
                        + given("&f=", match.value(UrlTemplate.FORMAT))
                        + given("&q=", match.value(UrlTemplate.QUALITY)))
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "/prew/{preset}/{key}, /prew/large/cat.jpg",
        "/prew/{preset}/{key}, /prew/Small/cat.jpg",
        "/prew/{preset}/{key}, /prew/small/",
        "/prew/{preset}/{key}, /prew/small",
        "/prew/{preset}/{key}, /a/prew/small/cat.jpg",
        "/{key}_{width}_{height}_{n}.{ext}, /_1_1_1.jpg",
        "/{key}_{width}_{height}_{n}.{ext}, /a_1_1.jpg",
        "/{key}_{width}_{height}_{n}.{ext}, /a_1_1_x.jpg",
        "/{key}_{width}_{height}_{n}.{ext}, /a_1_1_1.",
        "/{key}_{width}_{height}_{n}.{ext}, /a_1_1_1.j-g",
        "/{key}_{width}_{height}_{n}.{ext}, /a_1_1_1.jpég",
        "/{width}x{height}/{key}, /200X300/cat.jpg",
        "/{width}x{height}/{key}, /２００x300/cat.jpg",
        "/{width}x{height}/{key}, /-200x300/cat.jpg",
        "/{width}x{height}/{key}, /x300/cat.jpg",
        "/{width}/{fit}/{key}, /200/Cover/cat.jpg",
        "/{width}/{format}/{key}, /200/tiff/cat.jpg",
        "/{key}/{width}, /200"
    })
    void read_aPathOfAnotherForm_isNull(String template, String path) {
        assertThat(UrlMatch.of(UrlTemplate.parse(template), path, PRESETS)).isNull();
    }

    private static String given(String parameter, String value) {
        return value.isEmpty() ? "" : parameter + value;
    }

    /** Each possible start of the key is tried, and each fails after a few characters. */
    @Test
    void read_aLongPathThatNearlyMatches_isNull() {
        UrlTemplate template = UrlTemplate.parse("/{key}_{width}_{height}_{n}.{ext}");
        for (String piece : List.of("_", "_1", "_1_1", "_1_1_1", "_1_1_1.", "_11111111", ".", "1")) {
            assertThat(UrlMatch.of(template, "/a" + piece.repeat(8000 / piece.length()) + "!", PRESETS))
                    .isNull();
        }
    }
}
