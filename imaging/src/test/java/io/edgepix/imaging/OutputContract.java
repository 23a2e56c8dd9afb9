package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, as far as viewers and their bandwidth care. */
interface OutputContract extends Contract {
    int JFIF_END = 20;

    @ParameterizedTest
    @ValueSource(ints = {10, 80, 100})
    default void render_jpeg_isBaselineWithHalvedChroma(int quality) throws Exception {
        byte[] original = Originals.png(Paint.shades(200, 100));
        byte[] jpeg = renderer(ROOMY)
                .render(original, new RenderRequest(new Size(100, 0), Fit.CONTAIN, Format.JPEG, quality, WHITE));
        int frame = Surgery.indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);

        assertThat(jpeg[frame + 4]).as("bits").isEqualTo((byte) 8);
        assertThat(jpeg[frame + 9]).as("components").isEqualTo((byte) 3);
        assertThat(jpeg[frame + 11]).as("luma samples to one of chroma").isEqualTo((byte) 0x22);
        assertThat(jpeg[18]).as("width of JFIF's thumbnail").isZero();
        assertThat(jpeg[19]).as("height of JFIF's thumbnail").isZero();
        assertThat(jpeg[JFIF_END + 1]).as("table after JFIF").isEqualTo((byte) 0xDB);
    }

    @Test
    default void render_opaqueGreysToPng_areOneSampleAPixel() throws Exception {
        byte[] png = render(Originals.png(Paint.opaque(64, 64, Paint::noise)), "64x", Fit.CONTAIN, Format.PNG);

        assertThat(png[25]).isEqualTo((byte) PngMaker.GREY);
        assertThat(Seen.in(png).differenceFrom(Paint.opaque(64, 64, Paint::noise)))
                .isZero();
    }

    @Test
    default void render_png_hasNoChunkButThePicture() throws Exception {
        for (byte[] original : Originals.everyFormat(Paint.shades(64, 64)).values()) {
            byte[] png = render(original, "32x", Fit.CONTAIN, Format.PNG);

            assertThat(Chunks.ofPng(png).all()).extracting(Chunks.Chunk::type).containsOnly("IHDR", "IDAT", "IEND");
        }
    }

    @Test
    default void render_png_isFilteredAndCompressed() throws Exception {
        Random random = new Random(1);
        byte[] original = Originals.png(
                Paint.opaque(256, 256, (x, y) -> 0xFF000000 | (x << 16) + (y << 8) + (x + y) / 2 + random.nextInt(2)));

        assertThat(render(original, "256x", Fit.CONTAIN, Format.PNG).length).isLessThan(256 * 256 / 2);
    }
}
