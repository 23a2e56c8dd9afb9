package io.edgepix.documents.template;

import io.edgepix.documents.problem.Bounds;
import java.io.Writer;

/** Collects HTML, up to the limits of a document. */
final class LimitedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final Bounds bounds;

    LimitedWriter(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        bounds.checkTime();
        if (text.length() > bounds.maxBytes() - length) {
            throw bounds.tooMuchHtml();
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {
        // The text stays in memory.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
