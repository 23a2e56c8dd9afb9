package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests pictures that are cut short. They are served if all rows exist, and broken if a row is missing. */
public interface TruncationContract extends Contract {
    /** The number of bytes at the end of a file for which every length is tested. */
    int END = 24;

    int STEP = 13;
    /** The largest mean difference of a channel in a row. Missing rows are grey, black or transparent. */
    double MOST = 8;

    @Test
    default void render_truncatedFilesOfEveryFormat_areWholeOrDamaged() throws Exception {
        BufferedImage picture =
                Paint.opaque(48, 32, (x, y) -> Paint.corners(48, 32).getRGB(x, y) ^ (Paint.noise(x, y) & 0x0F0F0F));
        for (Map.Entry<String, byte[]> original : Originals.everyFormat(picture).entrySet()) {
            byte[] file = original.getValue();
            DecodedImage whole = png(file, "48x48");
            for (int length = 1; length < file.length; length += file.length - length > END ? STEP : 1) {
                String what = original.getKey() + ", " + length + " of " + file.length + " bytes";
                try {
                    assertHasEveryRow(what, png(Arrays.copyOf(file, length), "48x48"), whole);
                } catch (UnrenderableException e) {
                    assertThat(e.reason()).as(what).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
                }
            }
        }
    }

    /** The whole frames of an animation play, and they are complete. */
    @Test
    default void render_aTruncatedAnimation_hasAWholeFirstFrame() throws Exception {
        byte[] gif = new GifMaker(8, 6)
                .control(1, -1)
                .frame(0, 0, 8, 6, false, (x, y) -> (x + y) % 4)
                .control(1, -1)
                .frame(0, 0, 8, 6, false, (x, y) -> y % 4)
                .end();
        DecodedImage whole = png(gif, "8x8");
        for (int length = 1; length < gif.length; length++) {
            try {
                byte[] cut = Arrays.copyOf(gif, length);
                assertHasEveryRow("GIF, " + length, png(cut, "8x8"), whole);
                assertThat(DecodedAnimation.in(render(cut, "8x8", Fit.CONTAIN, Format.GIF))
                                .frames())
                        .isNotEmpty();
            } catch (UnrenderableException e) {
                assertThat(e.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
            }
        }
    }

    private static void assertHasEveryRow(String what, DecodedImage cut, DecodedImage whole) {
        cut.hasSize(whole.width(), whole.height());
        for (int y = 0; y < whole.height(); y++) {
            double sum = 0;
            for (int x = 0; x < whole.width(); x++) {
                sum += Math.abs(cut.alpha(x, y) - whole.alpha(x, y));
                for (int shift = 16; shift >= 0; shift -= 8) {
                    sum += Math.abs(cut.band(x, y, shift) - whole.band(x, y, shift));
                }
            }
            assertThat(sum / whole.width() / 4).as("%s: row %d", what, y).isLessThan(MOST);
        }
    }
}
