package io.edgepix.imaging.animation;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.planar.NotNativeException;
import java.util.List;

/** Estimates how long an animation takes to decode and to encode, and chooses the effort that there is time for. */
final class AnimationCost {
    private static final double NANOS_A_STORED_PIXEL = 10;
    private static final double NANOS_A_GIF_PIXEL = 20;
    private static final double NANOS_A_WEBP_PIXEL = 45;
    private static final double NANOS_A_ROW = 150;

    /**
     * How much is tried to make the derivative small.
     *
     * @param level as the encoder has it
     * @param nanos of a pixel that is encoded
     */
    private record Effort(int level, double nanos) {}

    /** The first one codes frames in two ways, with loss and without. */
    private static final List<Effort> WEBP =
            List.of(new Effort(5, 450), new Effort(4, 200), new Effort(2, 110), new Effort(0, 85));

    private static final List<Effort> GIF = List.of(new Effort(7, 1_100), new Effort(4, 550));

    private final double nanosToEncode;

    /** Of an original of a length. */
    AnimationCost(Animation animation, int length, boolean webp) {
        Header canvas = animation.canvas();
        double rows = (double) animation.frames() * canvas.height();
        double pixels = rows * canvas.width();
        double decoding = rows * NANOS_A_ROW
                + pixels * (webp ? NANOS_A_WEBP_PIXEL : NANOS_A_GIF_PIXEL)
                + animation.stored() * NANOS_A_STORED_PIXEL;
        this.nanosToEncode = Cost.most(length) - decoding;
    }

    /** Returns the highest effort at which the given number of pixels can be encoded in time. */
    int effort(Format format, long pixels) throws NotNativeException {
        for (Effort effort : format == Format.GIF ? GIF : WEBP) {
            if (effort.nanos() * pixels <= nanosToEncode) {
                return effort.level();
            }
        }
        throw new NotNativeException("its frames take too long for its bytes: " + pixels + " pixels to encode");
    }
}
