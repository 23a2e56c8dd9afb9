package io.edgepix.imaging.png;

import java.io.IOException;

/** Compresses samples of 8 bits without loss into a PNG. */
public interface PngCompressor {
    /**
     * Returns the smallest PNG it finds.
     *
     * @param samples rows without gaps, from the top down
     * @param bands 1 for grey, 2 for grey and alpha, 3 for RGB, 4 for RGB and alpha
     */
    byte[] png(byte[] samples, int width, int height, int bands) throws IOException;
}
