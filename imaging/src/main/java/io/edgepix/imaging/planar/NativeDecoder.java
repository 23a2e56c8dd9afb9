package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes originals of one format by native code where they are of a plain kind. */
public interface NativeDecoder {
    /** Whether the first bytes are those of the format. */
    boolean recognises(byte[] original);

    /** Whether it is fit for derivatives of that format. */
    default boolean serves(Format format) {
        return true;
    }

    /**
     * Reads the size and the orientation.
     *
     * @throws NotNativeException if it is not of a plain kind
     */
    Header header(byte[] original) throws IOException, UnrenderableException, NotNativeException;

    /** About how long decoding takes at most; see {@link Decoder#nanos}. */
    long nanos(byte[] original, Header header) throws IOException;

    /** At most how many bytes outside the heap decoding takes, and keeping what was decoded. */
    long memory(byte[] original, Header header, double shrink) throws IOException;

    /**
     * Decodes what {@link #header} knew.
     *
     * @param shrink how many of its pixels go into one of the largest derivative, at least
     * @return null where it turns out to be unusual or damaged
     */
    @Nullable
    NativeOriginal decode(NativeMemory memory, byte[] original, Header header, double shrink) throws IOException;
}
