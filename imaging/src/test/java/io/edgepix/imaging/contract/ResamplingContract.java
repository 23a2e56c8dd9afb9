package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.likeness.Reference;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the exact results of shrinking. */
public interface ResamplingContract extends Contract {
    private void isAsDefined(BufferedImage image, String box) throws Exception {
        DecodedImage decoded = png(Originals.png(image), box);

        double[][] wanted = Reference.shrink(image, decoded.width(), decoded.height());
        for (int i = 0; i < wanted.length; i++) {
            int x = i % decoded.width();
            int y = i / decoded.width();
            int alpha = decoded.alpha(x, y);
            assertThat((double) alpha).isBetween(wanted[i][3] - 1.5, wanted[i][3] + 1.5);
            for (int band = 0; band < 3 && alpha > 8; band++) {
                assertThat((double) decoded.band(x, y, 16 - 8 * band))
                        .as("band %d at %d,%d of %s", band, x, y, box)
                        .isBetween(wanted[i][band] - 1.5, wanted[i][band] + 1.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "40, 30, 39x", "40, 30, 17x", "64, 64, 16x", "97, 61, 13x", "103, 45, 10x", "211, 7, 20x", "5, 199, x31",
        "300, 2, 7x", "1, 50, x9", "50, 1, 9x", "255, 255, 1x", "2, 2, 1x", "1, 1, 1x", "3, 3, 3x"
    })
    default void render_noise_isAsDefined(int width, int height, String box) throws Exception {
        Random random = new Random(width * 1000L + height);

        isAsDefined(Paint.opaque(width, height, (x, y) -> random.nextInt() | 0xFF000000), box);
        isAsDefined(Paint.transparent(width, height, (x, y) -> random.nextInt()), box);
    }

    @ParameterizedTest
    @CsvSource({"200, 9", "103, 10", "97, 13", "41, 40", "64, 7", "1009, 100", "999, 333"})
    default void render_symmetricalPicture_staysSymmetrical(int side, int box) throws Exception {
        double middle = (side - 1) / 2.0;
        BufferedImage rings = Paint.opaque(side, side, (x, y) -> {
            double far = Math.hypot(x - middle, y - middle) / side;
            int grey = (int) (127.5 + 127.5 * Math.cos(far * 9));
            return 0xFF000000 | grey * 0x10101;
        });

        DecodedImage decoded = png(Originals.png(rings), box + "x" + box);

        for (int y = 0; y < box; y++) {
            for (int x = 0; x < box; x++) {
                assertThat(decoded.band(box - 1 - x, y, 0))
                        .as("mirrored %d,%d", x, y)
                        .isBetween(decoded.band(x, y, 0) - 2, decoded.band(x, y, 0) + 2);
                assertThat(decoded.band(y, x, 0)).as("transposed %d,%d", x, y).isEqualTo(decoded.band(x, y, 0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"103, 77, 10x", "400, 300, 33x", "64, 64, 63x"})
    default void render_plainColour_isPlainUpToTheEdges(int width, int height, String box) throws Exception {
        DecodedImage opaque = png(Originals.png(Paint.plain(width, height, 0xFFC88264)), box);
        DecodedImage half = png(Originals.png(Paint.transparent(width, height, (x, y) -> 0x80C88264)), box);

        for (int i = 0; i < opaque.width() * opaque.height(); i++) {
            opaque.shows(i % opaque.width(), i / opaque.width(), 0xC88264, 0);
            half.shows(i % opaque.width(), i / opaque.width(), 0xC88264, 1);
            assertThat(half.alpha(i % opaque.width(), i / opaque.width())).isEqualTo(0x80);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16383, 1, 100x100, CONTAIN, 100, 1",
        "1, 16383, 100x100, CONTAIN, 1, 100",
        "16383, 1, 100x100, COVER, 1, 1",
        "16383, 3, 2x2, COVER, 2, 2",
        "16383, 2, 100x1, COVER, 100, 1",
        "1, 16383, 1x16383, COVER, 1, 16383",
        "16383, 1, 16383x1, CONTAIN, 16383, 1",
        "2, 16383, 50x, CONTAIN, 2, 16383",
    })
    default void render_extremeAspect_keepsAPixelOfEachSide(
            int width, int height, String box, Fit fit, int wantedWidth, int wantedHeight) throws Exception {
        byte[] original = Originals.png(Paint.plain(width, height, 0xFFC88264));

        for (Format format : new Format[] {Format.PNG, Format.WEBP, Format.JPEG}) {
            decoded(original, box, fit, format)
                    .hasSize(wantedWidth, wantedHeight)
                    .shows(0, 0, 0xC88264, 6);
        }
    }

    @Test
    default void render_wholeNumberShrink_doesNotShift() throws Exception {
        BufferedImage half = Paint.opaque(400, 40, (x, y) -> x < 200 ? Paint.BLACK : Paint.WHITE);
        for (int width : new int[] {200, 100, 50, 40, 20, 10}) {
            DecodedImage decoded = png(Originals.png(half), width + "x");

            int left = decoded.band(width / 2 - 1, 0, 0);
            int right = decoded.band(width / 2, 0, 0);
            assertThat(left + right).as("about the edge at width %d", width).isBetween(254, 256);
        }
    }
}
