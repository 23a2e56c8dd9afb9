package io.edgepix.derivation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that wait for responses of a store. */
public final class RequestThreads implements AutoCloseable {
    private final ExecutorService threads;

    /** Creates threads for the given number of requests at the same time. */
    public RequestThreads(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofVirtual().name("s3-", 0).factory());
    }

    /**
     * Runs all tasks, and returns their results in the same order.
     *
     * @throws StoreException if a task fails; the others end first
     */
    public <T> List<T> all(List<Callable<T>> tasks) throws StoreException {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw failed(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
    }

    @Override
    public void close() {
        threads.close();
    }
}
