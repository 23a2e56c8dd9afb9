package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Renders originals into derivatives, both as the bytes of a file. Implementations are safe for concurrent use. */
public interface Renderer {
    /** Returns the formats that this renderer can encode. */
    Set<Format> writes();

    /**
     * Reads the header, and returns the size of the upright original.
     *
     * @throws UnrenderableException if the original is not a picture, its header is broken, or it is over a limit
     */
    Dimensions dimensions(byte[] original) throws UnrenderableException;

    /**
     * Reads the size of the upright original from the start of its file, whatever the limits are. Empty if the start
     * does not have the whole header, or the original is a drawing. The size can be wrong if the header is damaged.
     */
    default Optional<Dimensions> dimensionsOfStart(byte[] start) {
        return Optional.empty();
    }

    /**
     * Decodes the original once, and for each request turns it upright, shrinks it into the box, converts it to sRGB
     * and encodes it.
     *
     * @param requests at least one
     * @param notices receives a notice for each part of the original that the derivatives lack, and for each step that
     *     was slower than necessary
     * @return the derivatives, in the order of the requests
     * @throws UnrenderableException if the original is not a picture, is broken, or is over a limit
     * @throws IllegalArgumentException if the list is empty, or {@link #writes()} lacks the format of a request
     */
    List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException;

    /** Renders like {@link #renderAll(byte[], List, Consumer)}, and drops all notices. */
    default List<byte[]> renderAll(byte[] original, List<RenderRequest> requests) throws UnrenderableException {
        return renderAll(original, requests, notice -> {});
    }

    /** Renders one derivative, and drops all notices. */
    default byte[] render(byte[] original, RenderRequest request) throws UnrenderableException {
        return renderAll(original, List.of(request)).getFirst();
    }
}
