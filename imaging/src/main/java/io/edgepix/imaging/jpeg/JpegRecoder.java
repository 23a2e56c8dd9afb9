package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** Converts a JPEG from arithmetic to Huffman coding. */
public interface JpegRecoder {
    /**
     * Converts a JPEG without loss.
     *
     * @param jpeg a JPEG whose markers follow the standard
     * @throws IOException if it is damaged
     */
    byte[] huffman(byte[] jpeg, JpegHeader header) throws IOException;
}
