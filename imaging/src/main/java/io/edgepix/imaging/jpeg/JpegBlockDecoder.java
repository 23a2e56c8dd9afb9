package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** Reads the coefficients that one scan stores for each block. */
interface JpegBlockDecoder {
    void block(JpegBitReader in, JpegComponent component, int x, int y) throws IOException;

    /** Resets the state kept from earlier blocks, at a restart marker. */
    default void restart() {}
}
