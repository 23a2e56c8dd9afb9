package io.edgepix.localqueue.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Runs the container's program while its queue has messages, as the service of the stack is scaled between zero tasks
 * and one. If the process dies, the next one starts as soon as a message is visible again.
 */
public final class ContainerService implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 500;
    private static final long STOP_SECONDS = 2;

    private final ContainerCommand command;
    private final SqsClient sqs;
    private final String queueUrl;
    private final Consumer<String> log;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("container-service").unstarted(this::run);
    private volatile boolean stopping;
    private @Nullable Process process;

    private ContainerService(ContainerCommand command, SqsClient sqs, String queueUrl, Consumer<String> log) {
        this.command = command;
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.log = log;
    }

    /** Starts to watch the queue. */
    public static ContainerService start(
            ContainerCommand command, SqsClient sqs, String queueUrl, Consumer<String> log) {
        ContainerService service = new ContainerService(command, sqs, queueUrl, log);
        service.thread.start();
        return service;
    }

    private void run() {
        while (!stopping) {
            try {
                if (!isRunning() && hasMessages()) {
                    startProcess();
                }
                Thread.sleep(INTERVAL_MILLIS);
            } catch (SdkException | IOException e) {
                log.accept("container failed: " + e.getMessage());
            } catch (OutOfMemoryError e) {
                log.accept("container failed, and is tried again: " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private boolean hasMessages() {
        String messages = sqs.getQueueAttributes(request ->
                        request.queueUrl(queueUrl).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return messages != null && !messages.equals("0");
    }

    private synchronized void startProcess() throws IOException {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        Process started = builder.start();
        process = started;
        Thread.ofPlatform().daemon().name("container-log").start(() -> copyLog(started));
    }

    private void copyLog(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> log.accept("container: " + line));
        } catch (IOException | java.io.UncheckedIOException e) {
            // The process was killed.
        }
    }

    /** Returns the process, if it runs. */
    synchronized @Nullable Process process() {
        return isRunning() ? process : null;
    }

    /** Ends the process. What it rendered is complete, since each object appears at once. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        Process running = process();
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
