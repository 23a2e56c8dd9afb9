package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Originals in WebP: of an animation the first frame. */
interface WebpContract extends Contract {
    private static BufferedImage halfHidden(int width, int height) {
        BufferedImage corners = Paint.corners(width, height);
        return Paint.transparent(
                width, height, (x, y) -> y * 2 < height ? corners.getRGB(x, y) : corners.getRGB(x, y) & 0x40FFFFFF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_opaqueWebp_isTheSamePicture(boolean lossless) throws Exception {
        Seen seen = png(Originals.webp(Paint.corners(81, 41), lossless), "40x40");

        seen.hasSize(40, 20).showsCorners(lossless ? 2 : 24);
        assertThat(seen.hasAlpha()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_webpWithAlpha_keepsIt(boolean lossless) throws Exception {
        Seen seen = png(Originals.webp(halfHidden(81, 41), lossless), "40x40");

        seen.hasSize(40, 20).showsCorners(lossless ? 2 : 24);
        assertThat(seen.alpha(5, 5)).isEqualTo(255);
        assertThat(seen.alpha(5, 15)).isEqualTo(0x40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_animatedWebpWithAlpha_isItsFirstFrame(boolean lossless) throws Exception {
        byte[] frame = Originals.webp(halfHidden(20, 10), lossless);

        Seen seen = png(Surgery.animatedWebp(frame, 10, 4, 20, 10, 40, 20), "40x40");

        seen.hasSize(40, 20).shows(12, 6, Paint.RED, 24);
        assertThat(seen.alpha(12, 6)).isEqualTo(255);
        assertThat(seen.alpha(12, 12)).isEqualTo(0x40);
        assertThat(seen.alpha(35, 17)).isZero();
    }

    @Test
    default void render_animatedWebpOfTheWholeCanvas_isOpaque() throws Exception {
        byte[] frame = Originals.webp(Paint.corners(80, 40), false);

        Seen seen = png(Surgery.animatedWebp(frame, 0, 0, 80, 40, 80, 40), "40x40");

        seen.hasSize(40, 20).showsCorners(24);
        assertThat(seen.hasAlpha()).isFalse();
    }
}
