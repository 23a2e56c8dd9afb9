package io.edgepix.pregenerate.container;

import io.edgepix.pregenerate.message.MessageWorker;
import io.edgepix.pregenerate.message.QueueMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Processes the messages of a queue on some threads, each of which has one message at a time. */
final class QueueConsumer {
    private static final Duration FOREVER = Duration.ofDays(1);
    /** Longer than one poll. */
    private static final int POLLS_SECONDS = 8;

    private final ContainerSettings settings;
    private final QueueReader queue;
    private final MessageWorker worker;
    private final Consumer<String> log;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    /** The polls in progress, and one party that arrives when the last of them has to end. */
    private final Phaser polls = new Phaser(1);

    private final Set<MessageLease> leases = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;
    private volatile long lastActive = System.nanoTime();

    QueueConsumer(ContainerSettings settings, SqsClient sqs, MessageWorker worker, Consumer<String> log) {
        this.settings = settings;
        this.queue = new QueueReader(sqs, settings.queueUrl(), log);
        this.worker = worker;
        this.log = log;
    }

    /**
     * Processes messages until {@link #stop} is called, or the queue was empty for the given time.
     *
     * @return the error that ended it, such as an {@link OutOfMemoryError} or a queue that cannot be read; empty if it
     *     was not an error
     */
    Optional<Throwable> run() {
        Duration visibility = queue.visibility();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.threads(); i++) {
            threads.add(Thread.ofPlatform().daemon().name("worker-" + i).start(() -> work(visibility)));
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdown();
        return Optional.ofNullable(failure.get());
    }

    /**
     * Stops receiving, and gives the messages in work back to the queue. Before that, it waits a few seconds for the
     * last polls: otherwise one of them could receive a message that was just given back.
     */
    void stop() {
        stopping = true;
        try {
            polls.awaitAdvanceInterruptibly(polls.arrive(), POLLS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            log.accept("NOTED the last polls did not end: " + e);
        }
        leases.forEach(MessageLease::release);
    }

    private void work(Duration visibility) {
        try {
            while (!stopping && (!leases.isEmpty() || patience().isPositive())) {
                receive(visibility).ifPresent(this::process);
            }
        } catch (Throwable e) {
            // After an error such as OutOfMemoryError, a new process is safer than this one.
            failure.compareAndSet(null, e);
            stopping = true;
        }
    }

    /** Receives a message. Its lease is in the set before the poll counts as ended, so that {@link #stop} finds it. */
    private Optional<MessageLease> receive(Duration visibility) {
        polls.register();
        try {
            Optional<MessageLease> lease = stopping
                    ? Optional.empty()
                    : queue.receive(patience()).map(message -> new MessageLease(queue, message, visibility, log));
            lease.ifPresent(leases::add);
            return lease;
        } finally {
            polls.arriveAndDeregister();
        }
    }

    /** Returns the time until the queue was empty for too long. */
    private Duration patience() {
        return settings.idle()
                .orElse(FOREVER)
                .minusNanos(settings.idle().isEmpty() ? 0 : System.nanoTime() - lastActive);
    }

    private void process(MessageLease lease) {
        try (lease) {
            if (stopping) {
                lease.release();
                return;
            }
            lease.keepAlive(timer);
            boolean done = isDone(lease.message());
            lease.close();
            if (done) {
                queue.delete(lease.message());
            }
        } finally {
            leases.remove(lease);
            lastActive = System.nanoTime();
        }
    }

    private boolean isDone(Message message) {
        String count = message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        QueueMessage delivered =
                new QueueMessage(message.messageId(), message.receiptHandle(), message.body(), Integer.parseInt(count));
        try {
            Map<String, String> failures = worker.process(List.of(delivered));
            return !failures.containsKey(delivered.id());
        } catch (RuntimeException e) {
            log.accept("FAULT message " + delivered.id() + ": " + e);
            return false;
        }
    }
}
