package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.Optional;

/**
 * An original that is open and within the limits.
 *
 * @param bytes the file, unpacked if it was an SVG in gzip
 * @param decoder that recognised it
 * @param fault why it was opened in part; empty if it is whole as far as its header tells
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are not copied, and never compared
public record Opened(byte[] bytes, Decoder decoder, Original original, Optional<UnrenderableException> fault) {
    /** Returns the size and the orientation. */
    public Header header() {
        return original.header();
    }
}
