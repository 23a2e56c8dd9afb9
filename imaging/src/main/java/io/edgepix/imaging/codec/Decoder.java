package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Reads originals of one format; stateless. */
public interface Decoder {
    /** The format, as it is named to the viewer. */
    String name();

    /** Whether the first bytes are those of the format. */
    boolean recognises(byte[] original);

    /** Reads the size and the orientation, and nothing that costs memory; refuses kinds that are not read. */
    Header header(byte[] original) throws IOException, UnrenderableException;

    /**
     * About how long decoding takes at most, in nanoseconds on one core, by what the header states: of nothing that is
     * to be unpacked. See {@link Cost}.
     */
    long nanos(byte[] original, Header header) throws IOException, UnrenderableException;

    /** Decodes the picture, or the first one of several, at least so far that nothing of the detail is lost. */
    Decoded decode(byte[] original, Detail detail) throws IOException, UnrenderableException;
}
