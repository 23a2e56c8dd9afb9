package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Original;
import java.io.IOException;

/** Decodes originals of one format by native code if they are of a plain kind. */
public interface NativeDecoder {
    /** Whether an open original is of its format. */
    boolean reads(Original original);

    /** Whether it is fit for derivatives of a format. */
    default boolean serves(Format format) {
        return true;
    }

    /**
     * Returns an original that it {@link #reads} as native code sees it.
     *
     * @throws NotNativeException if it is not of a plain kind
     */
    NativeOriginal open(Original original) throws IOException, NotNativeException;
}
