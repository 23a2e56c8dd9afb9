package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.UnrenderableException.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Originals in GIF: of an animation the first frame. */
interface GifContract extends Contract {
    private static GifMaker corners(int width, int height, boolean interlaced) {
        return new GifMaker(width, height)
                .frame(0, 0, width, height, interlaced, (x, y) -> (x * 2 < width ? 0 : 1) + (y * 2 < height ? 0 : 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_gif_isExactInterlacedOrNot(boolean interlaced) throws Exception {
        byte[] gif = corners(41, 23, interlaced).end();

        png(gif, "41x23").hasSize(41, 23).showsCorners(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    default void render_animatedGif_isItsFirstFrameWhateverItsDisposal(int disposal) throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .control(disposal, 3)
                .frame(10, 5, 20, 10, false, (x, y) -> x < 10 ? 2 : 3)
                .control(disposal, -1)
                .frame(0, 0, 40, 20, false, (x, y) -> 1)
                .end();

        Seen seen = png(gif, "40x20").hasSize(40, 20).shows(15, 10, Paint.BLUE, 0);

        assertThat(seen.alpha(15, 10)).isEqualTo(255);
        assertThat(seen.alpha(25, 10)).as("transparent index").isZero();
        assertThat(seen.alpha(5, 10)).as("left of the frame").isZero();
        assertThat(seen.alpha(15, 2)).as("above the frame").isZero();
        assertThat(seen.alpha(35, 18)).as("beyond the frame").isZero();
    }

    @Test
    default void render_gifFrameThatOverhangsItsScreen_growsTheScreen() throws Exception {
        byte[] gif = corners(40, 20, false).end();
        gif[6] = 20;
        gif[8] = 10;

        png(gif, "40x20").hasSize(40, 20).showsCorners(0);
    }

    @Test
    default void render_gifThatEndsEarly_showsTheRowsThatCame() throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .frame(0, 0, 40, 20, false, 40 * 12 + 7, (x, y) -> 2)
                .end();

        Seen seen = png(gif, "40x20").hasSize(40, 20).shows(5, 11, Paint.BLUE, 0);

        assertThat(seen.alpha(5, 11)).isEqualTo(255);
        assertThat(seen.alpha(35, 15)).isZero();
    }

    @Test
    default void render_interlacedGifThatEndsEarly_fillsWithTheRowsAbove() throws Exception {
        byte[] gif = new GifMaker(40, 20)
                .frame(0, 0, 40, 20, true, 40 * 5, (x, y) -> y < 10 ? 0 : 2)
                .end();

        Seen seen = png(gif, "40x20").hasSize(40, 20).shows(5, 7, Paint.RED, 0).shows(5, 19, Paint.BLUE, 0);

        assertThat(seen.hasAlpha()).isFalse();
    }

    @Test
    default void render_gifWithoutARow_isBroken() {
        byte[] gif =
                new GifMaker(40, 20).frame(0, 0, 40, 20, false, 3, (x, y) -> 2).end();

        assertThat(refusal(gif, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_gifCutInItsFirstFrame_isBroken() {
        byte[] gif = corners(40, 20, false).end();
        for (int length = 20; length < gif.length - 1; length++) {
            assertThat(refusal(Arrays.copyOf(gif, length), ROOMY).reason())
                    .as("cut to %d", length)
                    .isEqualTo(Reason.BROKEN);
        }
    }
}
