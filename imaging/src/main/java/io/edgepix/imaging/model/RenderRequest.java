package io.edgepix.imaging.model;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;

/**
 * What a derivative should be.
 *
 * @param focus what stays in sight where {@code fit} is {@link Fit#COVER}
 * @param quality 1 to 100; PNG and GIF have no use for it
 * @param background 0xRRGGBB, what shows through a transparent picture in JPEG, and around one that is padded
 */
public record RenderRequest(Size size, Fit fit, Focus focus, Format format, int quality, int background) {
    /** With the centre in sight. */
    public RenderRequest(Size size, Fit fit, Format format, int quality, int background) {
        this(size, fit, Focus.CENTRE, format, quality, background);
    }

    /** Checks the numbers. */
    public RenderRequest {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality must be 1 to 100, and was " + quality);
        }
        if (fit == Fit.PAD && (long) size.width() * size.height() > Size.MAX_PADDED) {
            throw new IllegalArgumentException("a padded box has at most " + Size.MAX_PADDED + " pixels");
        }
        if (background < 0 || background > 0xFFFFFF) {
            throw new IllegalArgumentException("background must be 0x000000 to 0xFFFFFF, and was " + background);
        }
    }

    /** Returns the request with another quality. */
    public RenderRequest withQuality(int other) {
        return new RenderRequest(size, fit, focus, format, other, background);
    }

    /** Whether a picture of the given width and height, in pixels, gets a border. */
    public boolean pads(int width, int height) {
        boolean free = size.width() == 0 || size.height() == 0;
        return fit == Fit.PAD && !free && (width != size.width() || height != size.height());
    }
}
