package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizePolicyTest {
    private static final SizePolicy LADDER = Offers.with().sizes();

    @ParameterizedTest
    @CsvSource({
        "1x1, 32x32",
        "33x49, 48x64",
        "65x64, 100x64",
        "100x100, 100x100",
        "101x99, 200x100",
        "300x301, 300x400",
        "368x, 368x",
        "367x, 400x",
        "368x368, 400x400",
        "x368, x400",
        "x369, x400",
        "720x1440, 720x1440",
        "4096x4097, 4096x4096",
        "16383x, 4096x"
    })
    void ladder_anySize_snapsEachSideUpToARung(String requested, String expected) {
        assertThat(admitted(LADDER, requested)).hasToString(expected);
    }

    @Test
    void ladder_aSideMultipliedBeyondEverySize_snapsDownToTheTop() {
        assertThat(LADDER.admit(163_830, 0)).hasToString("4096x");
    }

    @Test
    void ladder_walkingFrom300To400_givesTwoSizes() {
        Set<String> expected = new TreeSet<>();
        for (int side = 300; side <= 400; side++) {
            expected.add(LADDER.admit(side, side).toString());
        }

        assertThat(expected).containsExactly("300x300", "400x400");
    }

    @Test
    void ladder_ofOwnRungs_offersThePresetsToo() {
        SizePolicy sizes = policy("ladder 0 50 500", "exact 120x80");

        assertThat(sizes.admit(120, 80)).hasToString("120x80");
        assertThat(sizes.admit(119, 80)).hasToString("500x500");
        assertThat(sizes.admit(51, 1)).hasToString("500x50");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "105, 100",
        "106, 200",
        "108, 200",
        "200, 200",
        "208, 208",
        "209, 208",
        "210, 208",
        "218, 208",
        "219, 500",
        "525, 500",
        "9999, 500"
    })
    void ladder_withVariance_roundsDownToANearRung(int requested, int expected) {
        SizePolicy sizes = policy("ladder 5 100 200 208 500");

        assertThat(sizes.admit(requested, 0)).hasToString(expected + "x");
    }

    @ParameterizedTest
    @CsvSource({
        "195x195, 200x200",
        "190x210, 200x200",
        "200x200, 200x200",
        "206x206, 204x204",
        "202x202, 204x204",
        "201x202, 200x200",
        "640x, 640x",
        "608x, 640x",
        "672x, 640x",
        "350x, 368x",
    })
    void listed_withVariance_takesTheNearest(String requested, String expected) {
        SizePolicy sizes = policy("list 5", "exact 200x200 204x204 640x 368x 720x 1440x");

        assertThat(admitted(sizes, requested)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"189x200", "200x189", "215x215", "200x", "x200", "607x", "673x", "640x640", "16383x16383"})
    void listed_withVariance_refusesSizesFurtherAway(String requested) {
        SizePolicy sizes = policy("list 5", "exact 200x200 204x204 640x 368x 720x 1440x");

        assertThatThrownBy(() -> admitted(sizes, requested))
                .isInstanceOf(MalformedException.class)
                .hasMessage("This size is not offered; the sizes are 200x200, 204x204, 640x, 368x, 720x, 1440x.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ladder 0 1 2 3 50 52 54 300 | exact 51x 53x61 301x",
                "ladder 3 1 2 3 50 52 54 300 | exact 51x 53x61 301x",
                "ladder 50 1 2 3 50 52 54 300 | exact 51x 53x61 301x",
                "list 7 | exact 1x1 50x50 52x x54 60x50 50x60 300x300 51x 53x61 301x",
                "list 50 | exact 1x1 50x50 52x x54 60x50 50x60 300x300 51x 53x61 301x",
                "open 200 | exact 51x 53x61 301x"
            })
    void admit_aSizeThatWasFound_isThatSize(String sizes) {
        SizePolicy policy = policy(sizes.split(" \\| "));
        for (int width = 0; width < 320; width++) {
            for (int height = width == 0 ? 1 : 0; height < 320; height++) {
                Size found = policy.find(width, height);
                if (found != null) {
                    assertThat(policy.admit(found.width(), found.height())).isEqualTo(found);
                    assertThat(found.width() == 0).isEqualTo(width == 0);
                    assertThat(found.height() == 0).isEqualTo(height == 0);
                }
            }
        }
    }

    @Test
    void listed_aSizeOfTheList_isServed() {
        SizePolicy sizes = policy("list 0", "exact 200x200 640x 368x 720x 1440x");

        assertThat(sizes.admit(640, 0)).hasToString("640x");
        assertThat(sizes.admit(368, 0)).as("a preset").hasToString("368x");
        assertThatThrownBy(() -> sizes.admit(201, 200))
                .isInstanceOf(MalformedException.class)
                .hasMessage("This size is not offered; the sizes are 200x200, 640x, 368x, 720x, 1440x.");
    }

    @Test
    void open_aboveTheMaximum_isRefused() {
        SizePolicy open = policy("open 1000");

        assertThat(open.admit(301, 1000)).hasToString("301x1000");
        assertThat(open.admit(1440, 0)).as("a preset").hasToString("1440x");
        assertThatThrownBy(() -> open.admit(1001, 0))
                .isInstanceOf(MalformedException.class)
                .hasMessage("A side is at most 1000 pixels.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ladder 0 100 500 | exact 368x 1440x                     | 101   | 500x",
                "ladder 0 100 500 | exact 368x 1440x                     | 16383 | 500x",
                "ladder 0 100 500 | exact 368x 1440x                     | 368   | 368x",
                "open 2000        | exact 368x 1440x                     | 1999  | 1999x",
                "open 2000        | exact 368x 1440x                     | 2001  | 2000x",
                "list 0           | exact 640x 320x 900x900 x50 368x 1440x | 1     | 320x",
                "list 0           | exact 640x 320x 900x900 x50 368x 1440x | 321   | 368x",
                "list 0           | exact 640x 320x 900x900 x50 368x 1440x | 369   | 640x",
                "list 0           | exact 640x 320x 900x900 x50 368x 1440x | 800   | 1440x",
                "list 0           | exact 640x 320x 900x900 x50 368x 1440x | 9999  | 1440x",
                "list 10          | exact 640x 320x 368x 1440x           | 352   | 320x",
                "list 10          | exact 640x 320x 368x 1440x           | 353   | 368x",
                "list 0           | exact 900x900 x50                    | 800   | 7x",
            })
    void ofWidth_anyWidth_isOffered(String policy, String exact, int width, String expected) {
        assertThat(policy(policy, exact).ofWidth(width, new Size(7, 0))).hasToString(expected);
    }

    private static SizePolicy policy(String... lines) {
        return Offers.with(lines).sizes();
    }

    private static Size admitted(SizePolicy policy, String requested) {
        Size size = Size.parse(requested);
        return policy.admit(size.width(), size.height());
    }
}
