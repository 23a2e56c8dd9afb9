package io.edgepix.quality.conformance;

import io.edgepix.quality.worker.Worker;
import org.jspecify.annotations.Nullable;

/**
 * The processes that one thread uses for its cases.
 *
 * @param browser shared by all threads, or null
 * @param pair shared by all threads, or null
 */
record CasePeers(
        Worker worker,
        SharpPeer sharp,
        @Nullable Browser browser,
        @Nullable ServedPair pair) implements AutoCloseable {
    @Override
    public void close() {
        worker.close();
        sharp.close();
    }
}
