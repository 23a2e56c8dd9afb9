package io.edgepix.pregenerate.document;

import io.edgepix.documents.DocumentException;
import io.edgepix.documents.RenderedDocument;
import java.util.concurrent.Semaphore;

/** Limits the documents that are rendered at the same time to the number of processors. */
final class RenderingSlots {
    /** The rendering of a document. */
    interface Rendering {
        RenderedDocument run() throws DocumentException;
    }

    private final int count = Runtime.getRuntime().availableProcessors();
    private final Semaphore slots = new Semaphore(count, true);
    private final boolean repeatsAlone;

    /**
     * Creates slots.
     *
     * @param repeatsAlone whether a document that was out of memory is rendered again while there are no others
     */
    RenderingSlots(boolean repeatsAlone) {
        this.repeatsAlone = repeatsAlone;
    }

    RenderedDocument run(Rendering rendering) throws DocumentException {
        try {
            return run(1, rendering);
        } catch (OutOfMemoryError e) {
            if (!repeatsAlone) {
                throw e;
            }
        } catch (DocumentException e) {
            if (!repeatsAlone || !(e.getCause() instanceof OutOfMemoryError)) {
                throw e;
            }
        }
        return run(count, rendering);
    }

    private RenderedDocument run(int permits, Rendering rendering) throws DocumentException {
        slots.acquireUninterruptibly(permits);
        try {
            return rendering.run();
        } finally {
            slots.release(permits);
        }
    }
}
