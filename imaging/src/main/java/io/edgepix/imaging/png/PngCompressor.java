package io.edgepix.imaging.png;

import java.io.IOException;

/** Compresses 8-bit samples into a PNG, without loss. */
public interface PngCompressor {
    /**
     * Returns the smallest PNG it finds.
     *
     * @param samples the rows from top to bottom, without gaps
     * @param bands 1 for grey, 2 for grey and alpha, 3 for RGB, 4 for RGB and alpha
     */
    byte[] png(byte[] samples, int width, int height, int bands) throws IOException;
}
