package io.edgepix.imaging;

import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import java.util.List;
import java.util.function.Consumer;

/** Makes derivatives of an original that is open; safe for use by many threads at once. */
interface OriginalRenderer {
    /**
     * Decodes once, and makes the derivatives in the order of the requests.
     *
     * @param requests at least one, for formats that can be written
     * @param notices told what of the original is not in the derivatives though it could be, and what was slower than it
     *     could be
     */
    List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException;
}
