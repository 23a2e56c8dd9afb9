package io.edgepix.imaging;

import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import java.util.List;
import java.util.function.Consumer;

/** Renders derivatives of an open original. Implementations are safe for concurrent use. */
interface OriginalRenderer {
    /**
     * Decodes the original once, and returns the derivatives in the order of the requests.
     *
     * @param requests at least one; the renderer can write the format of each
     * @param notices receives a notice for each part of the original that the derivatives lack, and for each step that
     *     was slower than necessary
     */
    List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException;
}
