package io.edgepix.bench.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import org.junit.jupiter.api.Test;

final class RenderKindTest {
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    @Test
    void aBaselineJpegToWebp_isSmallOrLargeByItsBox() {
        assertThat(RenderKind.of(jpeg(BASELINE), Conversion.of(Format.WEBP, "400x300")))
                .isEqualTo(RenderKind.BASELINE_SMALL);
        assertThat(RenderKind.of(jpeg(BASELINE), Conversion.of(Format.WEBP, "800x600")))
                .isEqualTo(RenderKind.BASELINE_LARGE);
    }

    @Test
    void aProgressiveJpeg_isOfAKindByItsReduction() {
        assertThat(RenderKind.of(jpeg(PROGRESSIVE), Conversion.of(Format.JPEG, "200x200")))
                .isEqualTo(RenderKind.PROGRESSIVE_EIGHTH);
        assertThat(RenderKind.of(jpeg(PROGRESSIVE), Conversion.of(Format.WEBP, "800x600")))
                .isEqualTo(RenderKind.PROGRESSIVE);
        assertThat(RenderKind.of(jpeg(PROGRESSIVE), Conversion.of(Format.JPEG, "800x600")))
                .isEqualTo(RenderKind.JPEG_TO_JPEG);
    }

    @Test
    void threeSizes_areAKindOfTheirOwn() {
        assertThat(RenderKind.of(jpeg(BASELINE), Conversion.of(Format.WEBP, "368x", "720x")))
                .isEqualTo(RenderKind.THREE_WEBP);
        assertThat(RenderKind.of(jpeg(BASELINE), Conversion.of(Format.JPEG, "368x", "720x")))
                .isEqualTo(RenderKind.THREE_JPEG);
    }

    @Test
    void aFileThatIsNoJpeg_isAnotherOriginal() {
        assertThat(RenderKind.of(png("cat.alpha.png"), Conversion.of(Format.WEBP, "200x200")))
                .isEqualTo(RenderKind.OTHER_ORIGINALS);
        assertThat(RenderKind.of(png("cat.webp"), Conversion.of(Format.WEBP, "200x200")))
                .isEqualTo(RenderKind.OTHER_ORIGINALS);
        assertThat(RenderKind.of(png("cat.png"), Conversion.of(Format.AVIF, "200x200")))
                .isEqualTo(RenderKind.AVIF);
    }

    @Test
    void anOpaquePng_isOfAKindByItsBox() {
        assertThat(RenderKind.of(png("cat.png"), Conversion.of(Format.WEBP, "400x300")))
                .isEqualTo(RenderKind.OPAQUE_PNG_SMALL);
        assertThat(RenderKind.of(png("cat.png"), Conversion.of(Format.WEBP, "800x600")))
                .isEqualTo(RenderKind.OTHER_ORIGINALS);
    }

    private static CaseOriginal png(String name) {
        return new CaseOriginal(name, new byte[] {(byte) 0x89, 'P', 'N', 'G'}, flat());
    }

    /** Returns the start of a JPEG 1920 pixels wide: an application segment, tables, and the frame header. */
    private static CaseOriginal jpeg(int frame) {
        int[] bytes = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDB, 0, 3, 9, 0xFF, frame, 0, 2};
        byte[] jpeg = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            jpeg[i] = (byte) bytes[i];
        }
        return new CaseOriginal("cat.jpg", jpeg, flat());
    }

    private static Pixels flat() {
        return new Pixels(1_920, 1, 3, new byte[1_920 * 3]);
    }
}
