package io.edgepix.imaging.animation;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.planar.NotNativeException;
import java.util.List;

/** Estimates the time to decode and encode an animation, and chooses the highest effort for which there is time. */
final class AnimationCost {
    private static final double NANOS_A_STORED_PIXEL = 10;
    private static final double NANOS_A_GIF_PIXEL = 20;
    private static final double NANOS_A_WEBP_PIXEL = 45;
    private static final double NANOS_A_ROW = 150;

    /** The efforts of WebP. With the first one, frames are coded both lossy and lossless. */
    private static final List<Effort> WEBP =
            List.of(new Effort(5, 450), new Effort(4, 200), new Effort(2, 110), new Effort(0, 85));

    private static final List<Effort> GIF = List.of(new Effort(7, 1_100), new Effort(4, 550));

    /**
     * An effort of an encoder to make the derivative small.
     *
     * @param level the level in the terms of the encoder
     * @param nanos the time to encode a pixel, in nanoseconds
     */
    private record Effort(int level, double nanos) {}

    private final double nanosToEncode;

    /**
     * Creates an estimate.
     *
     * @param nanos the time in nanoseconds that decoding and encoding may take together
     * @param webp whether the original is a WebP; otherwise it is a GIF
     */
    AnimationCost(Animation animation, long nanos, boolean webp) {
        Header canvas = animation.canvas();
        double rows = (double) animation.frames() * canvas.height();
        double pixels = rows * canvas.width();
        double decoding = rows * NANOS_A_ROW
                + pixels * (webp ? NANOS_A_WEBP_PIXEL : NANOS_A_GIF_PIXEL)
                + animation.stored() * NANOS_A_STORED_PIXEL;
        this.nanosToEncode = nanos - decoding;
    }

    /**
     * Returns the highest effort at which the given number of pixels can be encoded in time.
     *
     * @throws NotNativeException if no effort is low enough
     */
    int effort(Format format, long pixels) throws NotNativeException {
        for (Effort effort : format == Format.GIF ? GIF : WEBP) {
            if (effort.nanos() * pixels <= nanosToEncode) {
                return effort.level();
            }
        }
        throw new NotNativeException("encoding " + pixels + " pixels takes too long for its length in bytes");
    }
}
