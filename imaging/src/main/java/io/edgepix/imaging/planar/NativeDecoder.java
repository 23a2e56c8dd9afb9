package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Original;
import java.io.IOException;

/** Decodes originals of one format with native code if they are of a plain kind. */
public interface NativeDecoder {
    /** Tells whether an open original is of this decoder's format. */
    boolean reads(Original original);

    /** Tells whether this decoder is suitable for derivatives of a format. */
    default boolean serves(Format format) {
        return true;
    }

    /**
     * Opens an original that this decoder {@link #reads}.
     *
     * @throws NotNativeException if the original is not of a plain kind
     */
    NativeOriginal open(Original original) throws IOException, NotNativeException;
}
