package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A Node.js function as Lambda runs it: one process for each concurrent event. A process is reused for the next event.
 */
public final class NodeFunction implements AutoCloseable {
    private final ProcessPool pool;

    /**
     * Creates a function whose processes start when they are needed.
     *
     * @param folder the unpacked zip
     * @param module the file in it that exports {@code handler}
     * @param environment the variables a process gets in addition to those that Lambda sets
     * @param processes the maximum number of processes; further events wait
     * @param log receives every line that a process prints
     */
    public NodeFunction(
            Path folder, String module, Map<String, String> environment, int processes, Consumer<String> log) {
        this.pool = new ProcessPool(() -> NodeProcess.start(folder, module, environment, log), processes);
    }

    /** Starts a process before the first event. */
    public void warm() throws IOException {
        pool.warm();
    }

    /**
     * Runs one event, and returns the result of the handler. Both are JSON.
     *
     * @throws IOException if the process ends without a result, or has to be killed
     * @throws IllegalStateException if the handler throws
     */
    public String invoke(String event) throws IOException, InterruptedException {
        return pool.invoke(event);
    }

    @Override
    public void close() {
        pool.close();
    }
}
