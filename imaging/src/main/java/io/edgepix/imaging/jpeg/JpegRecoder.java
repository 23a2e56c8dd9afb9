package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** Brings a JPEG from arithmetic coding into Huffman codes. */
public interface JpegRecoder {
    /**
     * Recodes a JPEG without loss.
     *
     * @param jpeg whose markers are as the standard has them
     * @throws IOException if it is damaged
     */
    byte[] huffman(byte[] jpeg, JpegHeader header) throws IOException;
}
