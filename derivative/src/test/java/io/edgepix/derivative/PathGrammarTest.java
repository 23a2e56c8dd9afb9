package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGrammarTest {
    private static final PathGrammar GRAMMAR = new PathGrammar(Offers.with());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/200x200/webp/images/cat.jpg",
                "/200x200-cover/webp/images/cat.jpg",
                "/200x200-cover-q60/webp/images/cat.jpg",
                "/200x200-q60/jpeg/cat.jpg",
                "/200x200-fill/gif/cat.gif",
                "/200x200-pad-q60/webp/cat.jpg",
                "/200x200-cover-fp30x70/webp/cat.jpg",
                "/200x200-cover-fp0x100-q60/webp/cat.jpg",
                "/4096x4096-pad/webp/cat.jpg",
                "/368x/png/a/b/c",
                "/x720-q5/webp/%EA%B3%A0%20%25.jpg",
                "/200x200/webp//cat.jpg",
                "/200x200/webp/2024/webp/cat.jpg"
            })
    void parse_aCanonicalPath_printsTheSame(String path) {
        Derivative derivative = GRAMMAR.parse(path);

        assertThat(derivative).isNotNull();
        assertThat(GRAMMAR.print(derivative)).isEqualTo(path);
    }

    @Test
    void print_everyDerivativeOnOffer_hasAUniquePathThatParsesBack() {
        Map<String, Derivative> byPath = new HashMap<>();
        List<Focus> points = List.of(Focus.CENTRE, new Focus(30, 70), new Focus(34, 65), new Focus(0, 100));
        for (Size size : sizes(List.of(0, 100, 368, 4096), List.of(0, 200, 1440))) {
            for (Fit fit : Fit.values()) {
                for (Focus focus : points) {
                    for (int quality = 0; quality <= 100; quality++) {
                        for (Format format : List.of(Format.WEBP, Format.JPEG, Format.PNG, Format.GIF)) {
                            Derivative asked = GRAMMAR.admit(
                                    size.width(), size.height(), fit, focus, quality, format, new Key("a b/ü.jpg"));
                            Derivative before = byPath.put(GRAMMAR.print(asked), asked);

                            assertThat(GRAMMAR.parse(GRAMMAR.print(asked))).isEqualTo(asked);
                            assertThat(before).isIn(null, asked);
                        }
                    }
                }
            }
        }
        // Six boxes with three fits and one of three focal points, and five with a free side. Twenty qualities for two
        // formats, and one each for PNG and GIF.
        assertThat(byPath).hasSize((6 * (3 + 3) + 5) * (20 * 2 + 2));
    }

    private static List<Size> sizes(List<Integer> widths, List<Integer> heights) {
        List<Size> sizes = new ArrayList<>();
        for (int width : widths) {
            for (int height : heights) {
                if (width + height > 0) {
                    sizes.add(new Size(width, height));
                }
            }
        }
        return sizes;
    }

    @Test
    void admit_aPaddedBoxThatIsTooLarge_isMalformed() {
        PathGrammar open = new PathGrammar(Offers.with("open 16383"));

        assertThat(open.parse("/16383x1024-pad/webp/cat.jpg")).isNotNull();
        assertThat(open.parse("/16383x16383-cover/webp/cat.jpg")).isNotNull();
        assertThatThrownBy(() -> open.parse("/16383x16383-pad/webp/cat.jpg"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("A padded box has at most 16777216 pixels.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/images/cat.jpg",
                "/",
                "/200x200/cat.jpg",
                "/200x200/webp/",
                "/200x200/webp",
                "/200x200/tiff/cat.jpg",
                "/200x200-fp/webp/cat.jpg",
                "/200x200-fp3/webp/cat.jpg",
                "/200x200-fp3x/webp/cat.jpg",
                "/200x200-fpx3/webp/cat.jpg",
                "/200x200-fp1x2x3/webp/cat.jpg",
                "/1920x1080-padded/png/cat.png",
                "/200/webp/cat.jpg",
                "/2024/jpeg/cat.jpg",
                "/x/webp/cat.jpg",
                "/1920x1080-wallpapers/png/cat.png",
                "/200x200-q/webp/cat.jpg",
                "/a/200x200/webp/cat.jpg",
                "//200x200/webp/cat.jpg",
                "/200x200/webp/%FF.jpg",
                "/%zz"
            })
    void parse_anOriginalsPath_isNoDerivative(String path) {
        assertThat(GRAMMAR.parse(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/201x200/webp/cat.jpg",
                "/0200x200/webp/cat.jpg",
                "/0x200/webp/cat.jpg",
                "/99999x/webp/cat.jpg",
                "/99999999999999x1/webp/cat.jpg",
                "/200x200-contain/webp/cat.jpg",
                "/200x200-q80/webp/cat.jpg",
                "/200x200-q61/webp/cat.jpg",
                "/200x200-q60-cover/webp/cat.jpg",
                "/200x200-cover-cover/webp/cat.jpg",
                "/200x200-q0/webp/cat.jpg",
                "/200x200-q101/webp/cat.jpg",
                "/200x200-q60/png/cat.jpg",
                "/200x-cover/webp/cat.jpg",
                "/200x-fill/webp/cat.jpg",
                "/x200-pad/webp/cat.jpg",
                "/200x200-fp30x70/webp/cat.jpg",
                "/200x200-contain-fp30x70/webp/cat.jpg",
                "/200x200-fill-fp30x70/webp/cat.jpg",
                "/200x200-pad-fp30x70/webp/cat.jpg",
                "/200x-cover-fp30x70/webp/cat.jpg",
                "/200x200-cover-fp50x50/webp/cat.jpg",
                "/200x200-cover-fp33x70/webp/cat.jpg",
                "/200x200-cover-fp030x70/webp/cat.jpg",
                "/200x200-cover-fp30x101/webp/cat.jpg",
                "/200x200-cover-fp30x99999999999/webp/cat.jpg",
                "/200x200-fp30x70-cover/webp/cat.jpg",
                "/200x200-cover-q60-fp30x70/webp/cat.jpg",
                "/200x200-cover-fp30x70-fp30x70/webp/cat.jpg",
                "/200x200-q60/gif/cat.gif",
                "/200x200/avif/cat.jpg",
                "/200x200/webp/../cat.jpg",
                "/200x200/webp/%2E%2E/cat.jpg",
                "/200x200/webp/100x100/webp/cat.jpg",
                "/%3201x200/webp/cat.jpg",
                "/201x200%2Fwebp%2Fcat.jpg"
            })
    void parse_aDerivativeThatIsNotOnOffer_isMalformed(String path) {
        assertThatThrownBy(() -> GRAMMAR.parse(path)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/200x200/webp/c%61t.jpg, /200x200/webp/cat.jpg",
        "/%3200x200/webp/cat.jpg, /200x200/webp/cat.jpg",
        "/200x200%2Fwebp%2Fcat.jpg, /200x200/webp/cat.jpg",
        "/200x200/webp/a+b.jpg, /200x200/webp/a%2Bb.jpg"
    })
    void parse_anotherEncoding_isTheSameDerivative(String written, String canonical) {
        Derivative derivative = GRAMMAR.parse(written);

        assertThat(derivative).isNotNull();
        assertThat(GRAMMAR.print(derivative)).isEqualTo(canonical);
    }

    @Test
    void print_underOtherDefaults_leavesThoseOut() {
        PathGrammar grammar = new PathGrammar(Offers.with("fit cover", "quality 50 60 80"));

        assertThat(grammar.print(grammar.admit(200, 200, Fit.COVER, new Focus(0, 50), 60, Format.WEBP, new Key("a"))))
                .isEqualTo("/200x200-fp0x50/webp/a");
        assertThat(grammar.print(grammar.admit(200, 200, Fit.CONTAIN, Focus.CENTRE, 80, Format.WEBP, new Key("a"))))
                .isEqualTo("/200x200-contain-q80/webp/a");
    }

    @Test
    void admit_aKeyTooLongForS3WithItsPrefix_isMalformed() {
        String longest = "k".repeat(1024 - "200x200/webp/".length());

        assertThat(GRAMMAR.parse("/200x200/webp/" + longest)).isNotNull();
        assertThatThrownBy(() -> GRAMMAR.parse("/200x200/webp/" + longest + "k"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("1024");
    }
}
