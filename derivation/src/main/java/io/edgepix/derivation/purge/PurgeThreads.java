package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of a purge. Each of them waits for one response of S3. */
final class PurgeThreads implements AutoCloseable {
    private final ExecutorService threads;

    PurgeThreads(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("purge-", 0).daemon().factory());
    }

    /** Runs all tasks, and returns their results in the same order. */
    <T> List<T> all(List<Callable<T>> tasks) throws StoreException {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw DerivativeObjects.failed(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DerivativeObjects.failed(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
