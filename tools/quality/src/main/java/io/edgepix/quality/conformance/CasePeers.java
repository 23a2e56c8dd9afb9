package io.edgepix.quality.conformance;

import io.edgepix.quality.worker.Worker;
import org.jspecify.annotations.Nullable;

/**
 * What one thread works with.
 *
 * @param browser of all lanes, null where there is none
 * @param pair of all lanes, null where it is not asked
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
