package io.edgepix.documents.fonts;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps sets of parsed fonts for the next documents, as many as there are documents at the same time. Thread-safe. */
public final class FontPool {
    private final Queue<FontSet> idle = new ConcurrentLinkedQueue<>();

    /** Takes a set out of the pool. */
    public FontSet take() {
        FontSet fonts = idle.poll();
        return fonts == null ? new FontSet() : fonts;
    }

    /** Puts a set back after a document. A set is not put back after an unexpected failure. */
    public void putBack(FontSet fonts) {
        idle.add(fonts);
    }
}
