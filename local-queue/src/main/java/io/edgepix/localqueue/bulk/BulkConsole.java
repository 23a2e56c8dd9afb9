package io.edgepix.localqueue.bulk;

/** Shows the progress of a job to a person. */
interface BulkConsole extends AutoCloseable {
    /** Shows the progress. */
    void show(BulkSnapshot snapshot);

    /** Prints a message. */
    void line(String message);

    @Override
    void close();
}
