package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes derivatives' bytes from an original's bytes; safe for use by many threads at once. */
public interface Renderer {
    /** The formats it can encode. */
    Set<Format> writes();

    /**
     * Reads the header alone.
     *
     * @throws UnrenderableException if the original is no picture, its header is broken, or it is over a limit
     */
    Upright measure(byte[] original) throws UnrenderableException;

    /**
     * Decodes once, and for each request turns upright, shrinks into the box, brings to sRGB and encodes.
     *
     * @param requests at least one
     * @param notices told what of the original is not in the derivatives though it could be, and what was slower than it
     *     could be
     * @return the derivatives, in the order of the requests
     * @throws UnrenderableException if the original is no picture, broken, or over a limit
     * @throws IllegalArgumentException if there is no request, or one for a format that is not one of {@link #writes()}
     */
    List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException;

    /** The same, and nobody is told. */
    default List<byte[]> renderAll(byte[] original, List<RenderRequest> requests) throws UnrenderableException {
        return renderAll(original, requests, notice -> {});
    }

    /** The same for one request. */
    default byte[] render(byte[] original, RenderRequest request) throws UnrenderableException {
        return renderAll(original, List.of(request)).getFirst();
    }
}
