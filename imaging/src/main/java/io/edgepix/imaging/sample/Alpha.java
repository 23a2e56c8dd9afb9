package io.edgepix.imaging.sample;

import java.awt.image.ColorModel;

/** How alpha is stored. */
public enum Alpha {
    NONE,
    /** The colours are not multiplied by alpha. */
    STRAIGHT,
    /** The colours are multiplied by alpha. */
    PREMULTIPLIED;

    /** Returns the alpha of a picture of the JDK. */
    public static Alpha of(ColorModel model) {
        if (!model.hasAlpha()) {
            return NONE;
        }
        return model.isAlphaPremultiplied() ? PREMULTIPLIED : STRAIGHT;
    }

    /** Returns the number of alpha samples of a pixel: 0 or 1. */
    int bands() {
        return this == NONE ? 0 : 1;
    }
}
