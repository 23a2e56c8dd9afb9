package io.edgepix.localedge.lambda;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** The processes of a function: one for each concurrent event. A process is reused for the next event. */
final class ProcessPool implements AutoCloseable {
    /** Starts a process. */
    @FunctionalInterface
    interface Starter {
        LambdaProcess start() throws IOException;
    }

    private final Starter starter;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<LambdaProcess> idle = new ConcurrentLinkedDeque<>();
    private final List<LambdaProcess> all = new ArrayList<>();
    private boolean closed;

    /**
     * Creates a pool whose processes start when they are needed.
     *
     * @param processes the maximum number of processes; further events wait
     */
    ProcessPool(Starter starter, int processes) {
        this.starter = starter;
        this.places = new Semaphore(processes, true);
    }

    /** Starts a process before the first event. */
    void warm() throws IOException {
        idle.push(start());
    }

    /**
     * Runs one event, and returns the result of the handler. Both are JSON.
     *
     * @throws IOException if the process ends without a result, or has to be killed
     * @throws IllegalStateException if the handler throws
     */
    String invoke(String event) throws IOException, InterruptedException {
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
        LambdaProcess process = kept();
        try {
            JsonObject answer = process.answer(event);
            idle.push(process);
            return answer;
        } catch (IOException | RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private LambdaProcess kept() throws IOException {
        for (LambdaProcess kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.handle().isAlive()) {
                return kept;
            }
            end(kept);
        }
        return start();
    }

    private LambdaProcess start() throws IOException {
        LambdaProcess process = starter.start();
        synchronized (all) {
            if (closed) {
                process.close();
                throw new IOException("the function is closed");
            }
            all.add(process);
        }
        return process;
    }

    private void end(LambdaProcess process) {
        process.close();
        synchronized (all) {
            all.remove(process);
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.forEach(LambdaProcess::close);
            all.clear();
        }
    }
}
