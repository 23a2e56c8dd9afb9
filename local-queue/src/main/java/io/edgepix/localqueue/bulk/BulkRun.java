package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobCounts;
import io.edgepix.pregenerate.bulk.JobResults;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.Marker;
import io.edgepix.pregenerate.bulk.MessageSender;
import io.edgepix.pregenerate.bulk.StateChangedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends a job, and shows its progress until workers have done it. */
final class BulkRun {
    /** The end of a job. */
    enum End {
        /** Workers have reported a result for every key. */
        DONE,
        /** The queues are empty, but results are missing: messages are in the dead-letter queue, or lost. */
        INCOMPLETE
    }

    /**
     * How often the results are read.
     *
     * @param poll the pause between two readings
     * @param quiet the time without a new result after which empty queues are the end
     */
    record Pace(Duration poll, Duration quiet) {}

    /** The end of a job, and its last counts. */
    record Outcome(End end, BulkSnapshot last) {}

    private final Job job;
    private final JobBucket bucket;
    private final QueueState queues;
    private final BulkConsole console;
    private final Pace pace;
    private String complaint = "";
    private volatile boolean isOther;

    BulkRun(Job job, JobBucket bucket, QueueState queues, BulkConsole console, Pace pace) {
        this.job = job;
        this.bucket = bucket;
        this.queues = queues;
        this.console = console;
        this.pace = pace;
    }

    /**
     * Sends what was not sent yet, and waits for the end.
     *
     * @throws BulkException if the job cannot be sent completely, or its results cannot be read for as long as the pace
     *     is quiet
     */
    Outcome run(KeySource source, MessageSender sender, JobResults results) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("bulk-send").factory())) {
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> job.send(source, sender, _ -> {}), thread);
            try {
                return follow(results, sending);
            } finally {
                thread.shutdownNow();
            }
        }
    }

    private Outcome follow(JobResults results, CompletableFuture<Void> sending) {
        BulkSnapshot last = new BulkSnapshot(0, false, JobCounts.NONE, 0);
        Instant changed = Instant.now();
        Instant readable = changed;
        while (true) {
            check(sending);
            @Nullable BulkSnapshot now = snapshot(results, readable.plus(pace.quiet()));
            if (now != null) {
                readable = Instant.now();
                changed = now.counts().equals(last.counts()) && now.sent() == last.sent() ? changed : Instant.now();
                last = now;
                console.show(now);
                if (isDone(now)) {
                    return new Outcome(End.DONE, now);
                }
                if (now.complete() && Instant.now().isAfter(changed.plus(pace.quiet())) && queues.messages() == 0) {
                    return new Outcome(End.INCOMPLETE, now);
                }
            }
            pause();
        }
    }

    private static boolean isDone(BulkSnapshot now) {
        return now.complete() && now.counts().pending() == 0 && now.counts().settled() >= now.sent();
    }

    /** Throws the exception of the sending thread, unless another run sends this job. */
    private void check(CompletableFuture<Void> sending) {
        if (isOther || !sending.isCompletedExceptionally()) {
            return;
        }
        try {
            sending.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof StateChangedException)) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            isOther = true;
            console.line("another run sends the job " + job.description().id() + "; this one only shows its progress");
        }
    }

    /** Returns null if the results cannot be read for now. */
    private @Nullable BulkSnapshot snapshot(JobResults results, Instant deadline) {
        try {
            Marker marker =
                    isOther ? new Jobs(bucket).open(job.description().id()).marker() : job.marker();
            JobCounts counts = results.read();
            double dollars = JobKind.of(job.description().request())
                    .dollars(counts, marker.nextPart(), bucket.listRequests(), results.getRequests());
            return new BulkSnapshot(marker.originals(), marker.complete(), counts, dollars);
        } catch (SdkException e) {
            if (Instant.now().isAfter(deadline)) {
                throw new BulkException(
                        "cannot read the results for " + pace.quiet().toSeconds() + " s: " + e.getMessage(), e);
            }
            if (!String.valueOf(e.getMessage()).equals(complaint)) {
                complaint = String.valueOf(e.getMessage());
                console.line("cannot read the results, and will try again: " + complaint);
            }
            return null;
        }
    }

    private void pause() {
        try {
            Thread.sleep(pace.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
