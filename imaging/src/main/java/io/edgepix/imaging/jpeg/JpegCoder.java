package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** Reads what one scan has of each block. */
interface JpegCoder {
    void block(JpegBits in, JpegComponent component, int x, int y) throws IOException;

    /** Forgets what it knows of earlier blocks. */
    default void restart() {}
}
