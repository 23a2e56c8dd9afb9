package io.edgepix.localedge.function;

import io.edgepix.localedge.http.EdgeFailureException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one function. Each call has a time limit, and each instance runs at most one expensive call at a time. */
public final class Invoker implements AutoCloseable {
    private final String name;
    private final EdgeFunction function;
    private final Semaphore instances;
    /** One background event at a time, so that viewers get most of the machine. */
    private final Semaphore background = new Semaphore(1, true);

    private final Duration timeout;
    private final ExecutorService threads;

    /** Creates the invoker of a function; {@code name} stands in sentences and lines of the log. */
    public Invoker(String name, EdgeFunction function, int instances, Duration timeout) {
        this.name = name;
        this.function = function;
        this.instances = new Semaphore(instances, true);
        this.timeout = timeout;
        this.threads = Executors.newCachedThreadPool(daemons(name));
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().name("edge-" + name + "-", 0).daemon().factory();
    }

    /** Runs an event that may be expensive, and so waits until an instance is free. */
    public String invoke(String eventJson) throws EdgeFailureException {
        awaitInstance();
        try {
            return call(eventJson);
        } finally {
            instances.release();
        }
    }

    /** Runs an event that may be expensive, and for which no viewer waits. It takes no instance from viewers. */
    public String invokeInBackground(String eventJson) throws EdgeFailureException {
        try {
            background.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return call(eventJson);
        } finally {
            background.release();
        }
    }

    /** Runs a cheap event without waiting for other events, as if Lambda started another instance. */
    public String invokeWithoutWaiting(String eventJson) throws EdgeFailureException {
        return call(eventJson);
    }

    private void awaitInstance() throws EdgeFailureException {
        try {
            if (!instances.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EdgeFailureException(
                        503,
                        "The edge is busy; try again later.",
                        "edge function failed: " + name + " had no free instance within " + timeout.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String call(String eventJson) throws EdgeFailureException {
        Future<String> result = threads.submit(() -> function.invoke(eventJson));
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw failure("timed out after " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            result.cancel(true);
            throw interrupted();
        }
    }

    /** Logs the cause, which viewers must not see. */
    private EdgeFailureException failed(Throwable cause) {
        String line =
                "edge function failed: " + name + ": " + String.valueOf(cause).replaceAll("\\R", " ");
        return new EdgeFailureException(502, "The " + name + " function failed.", line);
    }

    private EdgeFailureException failure(String what) {
        String line = "edge function failed: " + name + " " + what;
        return new EdgeFailureException(502, "The " + name + " function " + what + ".", line);
    }

    private EdgeFailureException interrupted() {
        Thread.currentThread().interrupt();
        return failure("was interrupted");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
