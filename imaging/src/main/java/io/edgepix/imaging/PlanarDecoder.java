package io.edgepix.imaging;

import io.edgepix.imaging.foreign.NativeMemory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes originals of one format to planes where they are of a plain kind. */
interface PlanarDecoder {
    /** Whether the first bytes are those of the format. */
    boolean recognises(byte[] original);

    /** Reads the size and the orientation; null where it is not of a plain kind. */
    @Nullable
    Header header(byte[] original) throws IOException, UnrenderableException;

    /**
     * Decodes what {@link #header} knew.
     *
     * @param shrink how many of its pixels go into one of the largest derivative, at least
     * @return null where it turns out to be unusual or damaged
     */
    @Nullable
    PlanarOriginal decode(NativeMemory memory, byte[] original, Header header, double shrink) throws IOException;
}
