package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the width, the height and the crop of derivatives. */
public interface BoxContract extends Contract {
    @ParameterizedTest
    @CsvSource({
        // picture, box, fit, derivative
        "400, 300, 200x200, CONTAIN, 200, 150",
        "300, 400, 200x200, CONTAIN, 150, 200",
        "400, 300, 200x, CONTAIN, 200, 150",
        "400, 300, x60, CONTAIN, 80, 60",
        "400, 300, 200x, COVER, 200, 150",
        "400, 300, x60, COVER, 80, 60",
        "400, 300, 900x900, CONTAIN, 400, 300",
        "1000, 3, 100x100, CONTAIN, 100, 1",
        "3, 1000, 100x100, CONTAIN, 1, 100",
        "333, 500, 100x100, CONTAIN, 67, 100",
        "400, 300, 100x100, COVER, 100, 100",
        "400, 300, 400x100, COVER, 400, 100",
        "400, 300, 800x800, COVER, 300, 300",
        "400, 300, 800x200, COVER, 400, 100",
        "400, 300, 100x900, COVER, 33, 300",
        "1, 1, 100x100, COVER, 1, 1",
        "400, 300, 200x200, FILL, 200, 200",
        "400, 300, 100x250, FILL, 100, 250",
        "400, 300, 800x100, FILL, 400, 100",
        "400, 300, 800x800, FILL, 400, 300",
        "1000, 3, 100x100, FILL, 100, 3",
        "400, 300, 200x, FILL, 200, 150",
        "400, 300, 200x200, PAD, 200, 200",
        "400, 300, 500x700, PAD, 500, 700",
        "1000, 3, 100x100, PAD, 100, 100",
        "400, 300, 200x, PAD, 200, 150",
        "400, 300, x600, PAD, 400, 300",
    })
    default void render_box_sidesAreRoundedAndNeverEnlarged(int w, int h, String box, Fit fit, int width, int height)
            throws Exception {
        byte[] original = Originals.png(Paint.shades(w, h));

        decoded(original, box, fit, Format.PNG).hasSize(width, height);
    }

    @Test
    default void render_cover_cutsTheOverhangEvenly() throws Exception {
        BufferedImage stripes =
                Paint.opaque(300, 100, (x, y) -> x < 100 ? Paint.RED : x < 200 ? Paint.GREEN : Paint.BLUE);

        DecodedImage decoded = decoded(Originals.png(stripes), "50x50", Fit.COVER, Format.PNG);

        decoded.hasSize(50, 50).shows(2, 25, Paint.GREEN, 30).shows(47, 25, Paint.GREEN, 30);
    }

    @Test
    default void render_coverOfASmallerPicture_cutsWithoutResampling() throws Exception {
        BufferedImage stripes = Paint.opaque(30, 10, (x, y) -> x < 10 ? Paint.RED : x < 20 ? Paint.GREEN : Paint.BLUE);

        DecodedImage decoded = decoded(Originals.png(stripes), "500x500", Fit.COVER, Format.PNG);

        assertThat(decoded.differenceFrom(Paint.plain(10, 10, Paint.GREEN))).isZero();
    }

    @Test
    default void render_webpOfALongPicture_staysWithinTheLimitsOfWebp() throws Exception {
        byte[] original = Originals.png(Paint.shades(17_000, 4));

        decoded(original, "x4", Fit.CONTAIN, Format.WEBP).hasSize(16_383, 4);
        decoded(original, "x4", Fit.CONTAIN, Format.PNG).hasSize(17_000, 4);
    }
}
