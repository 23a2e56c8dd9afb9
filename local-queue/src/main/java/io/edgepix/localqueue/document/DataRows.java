package io.edgepix.localqueue.document;

import org.jspecify.annotations.Nullable;

/** The rows of a file from its first to its last. */
interface DataRows extends AutoCloseable {
    /** Returns the next row, or null after the last one. */
    @Nullable
    DataRow next();

    @Override
    void close();
}
