package io.edgepix.localedge.lambda;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A Node.js function as Lambda runs it: one process for each concurrent event. A process is reused for the next event.
 */
public final class NodeFunction implements AutoCloseable {
    private final Path folder;
    private final String module;
    private final Map<String, String> environment;
    private final Consumer<String> log;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<NodeProcess> idle = new ConcurrentLinkedDeque<>();
    private final List<NodeProcess> all = new ArrayList<>();
    private boolean closed;

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
        this.folder = folder;
        this.module = module;
        this.environment = environment;
        this.places = new Semaphore(processes, true);
        this.log = log;
    }

    /** Starts a process before the first event. */
    public void warm() throws IOException {
        idle.push(start());
    }

    /**
     * Runs one event, and returns the result of the handler. Both are JSON.
     *
     * @throws IOException if the process ends without a result, or has to be killed
     * @throws IllegalStateException if the handler throws
     */
    public String invoke(String event) throws IOException, InterruptedException {
        places.acquire();
        try {
            JsonObject answer = answer(event);
            JsonElement error = answer.get("error");
            if (error != null) {
                throw new IllegalStateException(error.getAsString());
            }
            return String.valueOf(answer.get("result"));
        } finally {
            places.release();
        }
    }

    private JsonObject answer(String event) throws IOException {
        NodeProcess process = kept();
        try {
            JsonObject answer = process.answer(event);
            idle.push(process);
            return answer;
        } catch (IOException | RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private NodeProcess kept() throws IOException {
        for (NodeProcess kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.handle().isAlive()) {
                return kept;
            }
            end(kept);
        }
        return start();
    }

    private NodeProcess start() throws IOException {
        NodeProcess process = NodeProcess.start(folder, module, environment, log);
        synchronized (all) {
            if (closed) {
                process.close();
                throw new IOException("the function is closed");
            }
            all.add(process);
        }
        return process;
    }

    private void end(NodeProcess process) {
        process.close();
        synchronized (all) {
            all.remove(process);
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.forEach(NodeProcess::close);
            all.clear();
        }
    }
}
