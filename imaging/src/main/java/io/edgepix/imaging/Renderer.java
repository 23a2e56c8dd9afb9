package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import java.util.Set;

/** Makes a derivative's bytes from an original's bytes; safe for use by many threads at once. */
public interface Renderer {
    /** The formats it can encode. */
    Set<Format> writes();

    /**
     * Decodes, turns upright, shrinks into the box, brings to sRGB and encodes.
     *
     * @throws UnrenderableException if the original is no picture, broken, or over a limit
     * @throws IllegalArgumentException if the requested format is not one of {@link #writes()}
     */
    byte[] render(byte[] original, RenderRequest request) throws UnrenderableException;
}
