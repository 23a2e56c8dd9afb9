package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.io.IOException;
import java.util.Arrays;

/** The base of the contracts, with helpers that call the renderer under test. */
public interface Contract {
    Limits ROOMY = new Limits(10_000_000, 4_000_000);
    int WHITE = 0xFFFFFF;

    /** Returns the renderer under test. */
    Renderer renderer(Limits limits);

    default byte[] render(byte[] original, String size, Fit fit, Format format) throws UnrenderableException {
        return renderer(ROOMY).render(original, new RenderRequest(Size.parse(size), fit, format, 90, WHITE));
    }

    default DecodedImage decoded(byte[] original, String size, Fit fit, Format format)
            throws UnrenderableException, IOException {
        return DecodedImage.in(render(original, size, fit, format));
    }

    default DecodedImage decoded(byte[] original, RenderRequest request) throws UnrenderableException, IOException {
        return DecodedImage.in(renderer(ROOMY).render(original, request));
    }

    default DecodedImage png(byte[] original, String size) throws UnrenderableException, IOException {
        return decoded(original, size, Fit.CONTAIN, Format.PNG);
    }

    /**
     * Cuts a picture to every length. Checks that the picture is either refused or shown with all of its pixels, and
     * returns how often it is shown.
     */
    default int wholeIfCut(byte[] original) throws Exception {
        int[] expected = png(original, "1000x1000").pixels();
        int pictures = 0;
        for (int length = 0; length < original.length; length++) {
            try {
                assertThat(png(Arrays.copyOf(original, length), "1000x1000").pixels())
                        .as("cut to %d", length)
                        .isEqualTo(expected);
                pictures++;
            } catch (UnrenderableException e) {
                assertThat(e.reason()).as("cut to %d", length).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
            }
        }
        return pictures;
    }

    default UnrenderableException refusal(byte[] original, Limits limits) {
        RenderRequest request = new RenderRequest(new Size(10, 10), Fit.CONTAIN, Format.PNG, 80, WHITE);
        return catchThrowableOfType(
                UnrenderableException.class, () -> renderer(limits).render(original, request));
    }
}
