package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.UnrenderableException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Originals in PSD. */
interface PsdContract extends Contract {
    int GREY = 1;
    int RGB = 3;
    int CMYK = 4;
    int LAB = 9;

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    default void render_psdWithAlpha_isTransparentWhereItSays(int depth) throws Exception {
        byte[] original = PsdMaker.psd(40, 20, RGB, depth, true, (x, y) -> new int[] {255, 128, 0, x < 20 ? 255 : 64});

        Seen seen = png(original, "40x40").hasSize(40, 20).shows(5, 5, 0xFF8000, 1);

        assertThat(seen.alpha(5, 5)).isEqualTo(255);
        assertThat(seen.alpha(35, 5)).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({"255, 0, 0, 0, 0099E3", "0, 0, 0, 255, 140500", "0, 0, 0, 0, FFFFFF", "0, 255, 255, 0, E4000E"})
    default void render_cmykPsd_isInks(int cyan, int magenta, int yellow, int black, String colour) throws Exception {
        // Photoshop stores what is left of the paper's white.
        byte[] original = PsdMaker.psd(
                40, 20, CMYK, 8, false, (x, y) -> new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black});

        png(original, "20x20").shows(9, 5, Integer.parseInt(colour, 16), 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    default void render_greyPsd_keepsItsTone(int depth) throws Exception {
        byte[] original = PsdMaker.psd(40, 20, GREY, depth, false, (x, y) -> new int[] {0x50});

        png(original, "20x20").shows(9, 5, 0x505050, 1);
    }

    @Test
    default void render_labPsd_isRefusedByName() {
        byte[] original = PsdMaker.psd(40, 20, LAB, 8, false, (x, y) -> new int[] {0x50, 0x80, 0x80});

        assertThat(refusal(original, ROOMY).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(original, ROOMY).sentence()).contains("Lab PSD");
    }
}
