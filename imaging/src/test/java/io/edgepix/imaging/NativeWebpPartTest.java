package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.contract.LenientTruncationContract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.AnimatedWebpFile;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests WebPs that are cut short and rendered leniently. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeWebpPartTest {
    private static final int SIDE = 240;
    private static final int GREY = 0x808080;

    private static byte[] render(byte[] original, Limits limits) throws UnrenderableException {
        RenderRequest request = new RenderRequest(new Size(SIDE, 0), Fit.CONTAIN, Format.PNG, 90, Contract.WHITE);
        return NativeRenderer.find(limits).orElseThrow().render(original, request);
    }

    private static DecodedImage part(byte[] original) throws Exception {
        return DecodedImage.in(render(original, LenientTruncationContract.LENIENT))
                .hasSize(SIDE, SIDE);
    }

    private static Reason refusal(byte[] original, Limits limits) {
        return catchThrowableOfType(UnrenderableException.class, () -> render(original, limits))
                .reason();
    }

    private static byte[] cut(byte[] whole, int percent) {
        return Arrays.copyOf(whole, whole.length * percent / 100);
    }

    /** Returns a picture with a colour in each corner, and with grain, so that each row takes some bytes. */
    private static BufferedImage grained() {
        BufferedImage corners = Paint.corners(SIDE, SIDE);
        SplittableRandom grain = new SplittableRandom(1);
        return Paint.opaque(SIDE, SIDE, (x, y) -> corners.getRGB(x, y) ^ (grain.nextInt() & 0x0F0F0F));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void render_truncatedStill_isGreyInMissingRows(boolean lossless) throws Exception {
        byte[] cut = cut(Originals.webp(grained(), lossless), 60);

        part(cut)
                .shows(20, 20, Paint.RED, 30)
                .shows(220, 20, Paint.GREEN, 30)
                .shows(20, 238, GREY, 2)
                .shows(220, 238, GREY, 2);
        assertThat(refusal(cut, Contract.ROOMY)).isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void render_truncatedTransparentStill_isTransparentInMissingRows(boolean lossless) throws Exception {
        SplittableRandom grain = new SplittableRandom(1);
        BufferedImage semiTransparent =
                Paint.transparent(SIDE, SIDE, (x, y) -> 0xC0000000 | (grain.nextInt() & 0xFFFFFF));

        DecodedImage decoded = part(cut(Originals.webp(semiTransparent, lossless), 60));

        assertThat(decoded.alpha(120, 5)).isEqualTo(0xC0);
        assertThat(decoded.alpha(120, 238)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void render_truncated_isAPictureOrBroken(boolean lossless) throws Exception {
        byte[] whole = Originals.webp(grained(), lossless);
        int pictures = 0;
        for (int percent = 1; percent < 100; percent++) {
            try {
                part(cut(whole, percent));
                pictures++;
            } catch (UnrenderableException e) {
                assertThat(e.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
            }
        }
        assertThat(pictures).isGreaterThan(30);
    }

    @Test
    void render_animationTruncatedAfterItsFirstFrame_isThatFrame() throws Exception {
        byte[] animation = new AnimatedWebpFile(SIDE, SIDE, 0)
                .frame(Paint.corners(SIDE, SIDE), 0, 0, 70, false, false)
                .frame(grained(), 0, 0, 70, false, false)
                .end();

        part(cut(animation, 70)).showsCorners(30);
    }

    @Test
    void render_headerAlone_isBroken() throws Exception {
        byte[] whole = Originals.webp(grained(), false);

        assertThat(refusal(Arrays.copyOf(whole, 32), LenientTruncationContract.LENIENT))
                .isEqualTo(Reason.BROKEN);
    }
}
