package io.edgepix.imaging.model;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;

/**
 * The properties of a derivative.
 *
 * @param focus the focal point if {@code fit} is {@link Fit#COVER}
 * @param quality 1 to 100; ignored by PNG and GIF
 * @param background 0xRRGGBB; shown behind a transparent picture in JPEG, and around a padded picture
 * @param effort the effort of the encoder
 */
public record RenderRequest(
        Size size, Fit fit, Focus focus, Format format, int quality, int background, Effort effort) {
    /** Creates a request with the default effort. */
    public RenderRequest(Size size, Fit fit, Focus focus, Format format, int quality, int background) {
        this(size, fit, focus, format, quality, background, Effort.DEFAULT);
    }

    /** Creates a request whose focal point is the centre, with the default effort. */
    public RenderRequest(Size size, Fit fit, Format format, int quality, int background) {
        this(size, fit, Focus.CENTRE, format, quality, background);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public RenderRequest {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("Expected a quality of 1 to 100, got " + quality);
        }
        if (fit == Fit.PAD && (long) size.width() * size.height() > Size.MAX_PADDED) {
            throw new IllegalArgumentException("Expected a padded box of at most " + Size.MAX_PADDED + " pixels, got "
                    + size.width() + "x" + size.height());
        }
        if (background < 0 || background > 0xFFFFFF) {
            throw new IllegalArgumentException("Expected a background of 0x000000 to 0xFFFFFF, got " + background);
        }
    }

    /** Returns this request with a different quality. */
    public RenderRequest withQuality(int other) {
        return new RenderRequest(size, fit, focus, format, other, background, effort);
    }

    /** Returns this request with a different effort. */
    public RenderRequest with(Effort other) {
        return new RenderRequest(size, fit, focus, format, quality, background, other);
    }

    /** Tells whether a picture of the given dimensions, in pixels, gets a border. */
    public boolean pads(int width, int height) {
        return fit == Fit.PAD && !size.isFree() && (width != size.width() || height != size.height());
    }
}
