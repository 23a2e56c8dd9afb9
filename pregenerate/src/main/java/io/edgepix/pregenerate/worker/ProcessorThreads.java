package io.edgepix.pregenerate.worker;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks on as many threads as there are processors. */
final class ProcessorThreads {
    private ProcessorThreads() {}

    /**
     * Runs tasks, and returns when all have ended.
     *
     * @param name the name of the threads
     * @throws IllegalStateException if a task throws an exception; an {@link Error} is thrown as it is
     */
    static void run(String name, List<Runnable> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        int threads = Math.min(tasks.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory())) {
            for (Future<Object> result :
                    workers.invokeAll(tasks.stream().map(Executors::callable).toList())) {
                result.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
