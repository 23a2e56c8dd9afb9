package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.NativeMemory;
import java.io.IOException;

/** An open original of a plain kind that native code can decode. */
public interface NativeOriginal {
    /**
     * Returns the most bytes outside the heap that decoding takes, including the decoded samples.
     *
     * @param shrink the least number of its pixels for one pixel of the largest derivative
     */
    long memory(double shrink);

    /**
     * Decodes the original. The samples live as long as the memory.
     *
     * @param shrink the least number of its pixels for one pixel of the largest derivative
     * @throws NotNativeException if the original turns out to be unusual or damaged
     */
    NativeSamples decode(NativeMemory memory, double shrink) throws IOException, NotNativeException;
}
