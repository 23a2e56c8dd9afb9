package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.Optional;

/**
 * An open original that is within the limits.
 *
 * @param bytes the file, unpacked if it was an SVG in gzip
 * @param decoder the decoder that recognised the file
 * @param fault the reason why only a part was opened; empty if the header shows no damage
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are not copied, and never compared
public record Opened(byte[] bytes, Decoder decoder, Original original, Optional<UnrenderableException> fault) {
    /** Returns dimensions and orientation. */
    public Header header() {
        return original.header();
    }
}
