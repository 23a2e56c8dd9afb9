package io.edgepix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import org.junit.jupiter.api.Test;

final class TargetTest {
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    @Test
    void aBaselineJpegToWebp_isSmallOrLargeByItsBox() {
        assertThat(Target.of(jpeg(BASELINE), Wish.of(Format.WEBP, "400x300"))).isEqualTo(Target.BASELINE_SMALL);
        assertThat(Target.of(jpeg(BASELINE), Wish.of(Format.WEBP, "800x600"))).isEqualTo(Target.BASELINE_LARGE);
    }

    @Test
    void aProgressiveJpeg_countsByHowMuchItIsShrunk() {
        assertThat(Target.of(jpeg(PROGRESSIVE), Wish.of(Format.JPEG, "200x200")))
                .isEqualTo(Target.PROGRESSIVE_EIGHTH);
        assertThat(Target.of(jpeg(PROGRESSIVE), Wish.of(Format.WEBP, "800x600")))
                .isEqualTo(Target.PROGRESSIVE);
        assertThat(Target.of(jpeg(PROGRESSIVE), Wish.of(Format.JPEG, "800x600")))
                .isEqualTo(Target.JPEG_TO_JPEG);
    }

    @Test
    void threeSizes_areAKindOfTheirOwn() {
        assertThat(Target.of(jpeg(BASELINE), Wish.of(Format.WEBP, "368x", "720x")))
                .isEqualTo(Target.THREE_WEBP);
        assertThat(Target.of(jpeg(BASELINE), Wish.of(Format.JPEG, "368x", "720x")))
                .isEqualTo(Target.THREE_JPEG);
    }

    @Test
    void whatIsNoJpeg_isAnotherOriginal() {
        Original png = new Original("cat.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, flat());

        assertThat(Target.of(png, Wish.of(Format.WEBP, "200x200"))).isEqualTo(Target.OTHER_ORIGINALS);
        assertThat(Target.of(png, Wish.of(Format.AVIF, "200x200"))).isEqualTo(Target.AVIF);
    }

    /** The start of a JPEG of 1920 pixels' width: an application segment, tables, and the frame. */
    private static Original jpeg(int frame) {
        int[] bytes = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDB, 0, 3, 9, 0xFF, frame, 0, 2};
        byte[] jpeg = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            jpeg[i] = (byte) bytes[i];
        }
        return new Original("cat.jpg", jpeg, flat());
    }

    private static Pixels flat() {
        return new Pixels(1_920, 1, 3, new byte[1_920 * 3]);
    }
}
