package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.NativeMemory;
import java.io.IOException;

/** An open original of a plain kind that native code can decode. */
public interface NativeOriginal {
    /**
     * Returns at most how many bytes outside the heap decoding takes, and keeping what was decoded.
     *
     * @param shrink how many of its pixels go into one of the largest derivative, at least
     */
    long memory(double shrink);

    /**
     * Decodes it.
     *
     * @param shrink how many of its pixels go into one of the largest derivative, at least
     * @throws NotNativeException if it turns out to be unusual or damaged
     */
    NativeSamples decode(NativeMemory memory, double shrink) throws IOException, NotNativeException;
}
