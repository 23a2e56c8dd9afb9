package io.edgepix.bench.conformance;

import io.edgepix.bench.worker.Worker;

/** The children that one thread works with. */
record Lane(Worker worker, SharpPeer sharp) implements AutoCloseable {
    @Override
    public void close() {
        worker.close();
        sharp.close();
    }
}
