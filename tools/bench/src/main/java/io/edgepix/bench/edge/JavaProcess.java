package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The Java process below the Node.js process below this process. */
record JavaProcess(ProcessHandle process) {
    private static final String COMMAND = "/runtime/bin/java";
    private static final Duration POLL = Duration.ofMillis(2);

    /** Finds the process that is currently running. */
    static JavaProcess find() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith(COMMAND))
                .findFirst()
                .map(JavaProcess::new)
                .orElseThrow(() -> new BenchException("expected a Java process below this one, got none"));
    }

    /** Returns the processor time of the process; zero once it has ended. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until the process has used the given processor time, for at most a few seconds. */
    void awaitProcessorTime(Duration used) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (processorTime().compareTo(used) < 0 && process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Ends the process by SIGKILL, as a hostile picture or the kernel would. */
    void kill() throws IOException {
        if (!process.destroyForcibly()) {
            throw new IOException("the Java process could not be killed");
        }
    }
}
