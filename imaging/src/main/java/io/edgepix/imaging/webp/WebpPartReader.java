package io.edgepix.imaging.webp;

import io.edgepix.imaging.codec.Samples;
import java.io.IOException;

/** Decodes the part of a WebP that can be read. */
public interface WebpPartReader {
    /**
     * Decodes the rows that are there of a still picture.
     *
     * @throws IOException if there are none
     */
    Samples decode(WebpOriginal original) throws IOException;
}
