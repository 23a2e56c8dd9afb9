package io.edgepix.imaging.webp;

import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.model.Header;
import java.io.IOException;

/** Decodes the part of a WebP that can be read. */
public interface WebpPartReader {
    /**
     * Decodes the rows that exist in a still picture.
     *
     * @throws IOException if no rows exist
     */
    Samples decode(WebpFile file, Header header) throws IOException;
}
