package io.edgepix.localqueue.bulk;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobCounts;
import io.edgepix.pregenerate.bulk.JobResults;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.MessageSender;
import io.edgepix.pregenerate.bulk.SqsMessageSender;
import io.edgepix.pregenerate.bulk.StateChangedException;
import io.edgepix.pregenerate.listing.ListingException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkException;

/** Runs a job by the queue: sends it, shows its progress, and sums it up. */
public final class QueueEngine {
    private static final Duration POLL = Duration.ofSeconds(2);

    private final BulkPlace place;
    private final JobBucket bucket;
    private final QueueState queues;
    private final PrintWriter out;
    private final PrintWriter err;

    /** Creates an engine for a bucket and its queue. */
    public QueueEngine(BulkPlace place, JobBucket bucket, PrintWriter out, PrintWriter err) {
        this.place = place;
        this.bucket = bucket;
        this.queues = new QueueState(place.clients().sqs(), place.queueUrls(), place.awsOptions());
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the job to its end.
     *
     * @return 0 if every original is done, or 1
     */
    public int run(Job job, KeySource source) {
        String id = job.description().id();
        err.println("dev: job " + id
                + (job.marker().nextPart() == 0
                        ? " starts"
                        : " continues after " + BulkText.originals(job.acknowledged())));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread hook = new Thread(() -> interrupted(job, isOver), "bulk-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            BulkRun.Outcome outcome = outcome(job, source);
            end(job);
            return summary(id, outcome);
        } catch (BulkException | ListingException | SdkException e) {
            throw new CommandException(
                    e.getMessage() + "\njob " + id + ": "
                            + BulkText.originals(job.acknowledged())
                            + (job.acknowledged() == 1 ? " is" : " are") + " in the queue "
                            + place.queueUrls().getFirst() + "; the same command "
                            + (job.marker().complete() ? "shows the progress" : "sends the rest"),
                    e);
        } finally {
            isOver.set(true);
        }
    }

    private BulkRun.Outcome outcome(Job job, KeySource source) {
        MessageSender sender =
                new SqsMessageSender(place.clients().sqs(), place.queueUrls().getFirst());
        try (BulkConsole console = console(job.description().id())) {
            return new BulkRun(job, bucket, queues, console, new BulkRun.Pace(POLL, place.quiet())).run(source, sender);
        }
    }

    private BulkConsole console(String id) {
        long before = settled(id);
        return Terminal.isErr() ? new BarConsole(err, before) : new LineConsole(err, InstantSource.system(), before);
    }

    private long settled(String id) {
        try (JobResults results = new JobResults(bucket, id)) {
            return results.read().settled();
        }
    }

    private void interrupted(Job job, AtomicBoolean isOver) {
        if (!isOver.get()) {
            String rest = job.marker().complete() ? "" : ", and to send the rest";
            err.println();
            err.println("dev: in the queue: " + BulkText.originals(job.acknowledged())
                    + ". Workers go on; run the same command again, here or on"
                    + " another machine, to see the progress" + rest + " (job "
                    + job.description().id() + ")");
            err.flush();
        }
    }

    private static void end(Job job) {
        try {
            job.end();
        } catch (StateChangedException e) {
            // another run sends the job, and will see its end too
        }
    }

    private int summary(String id, BulkRun.Outcome outcome) {
        JobCounts counts = outcome.last().counts();
        out.println("job " + id + ": " + BulkText.number(counts.originals()) + " of "
                + BulkText.originals(outcome.last().sent()) + (outcome.last().sent() == 1 ? " is" : " are") + " done: "
                + BulkText.counted(counts.rendered(), "derivative")
                + (counts.rendered() == 1 ? " was" : " were") + " rendered, "
                + BulkText.number(counts.found()) + " existed, "
                + BulkText.dollars(outcome.last().dollars()));
        boolean isComplete = outcome.end() == BulkRun.End.DONE;
        if (isComplete && counts.failures() == 0) {
            return 0;
        }
        if (counts.failures() > 0) {
            out.println(BulkText.failures(counts));
            BulkText.failedKeys(counts).forEach(out::println);
        }
        Optional<String> redrive = queues.redrive();
        if (!isComplete) {
            long missing = outcome.last().sent() - counts.settled();
            out.println(BulkText.originals(missing) + " without a result, and the queue is empty: "
                    + (redrive.isPresent()
                            ? "messages are in the dead-letter queue"
                            : "messages are lost, as at the end of a run on this machine or after 14 days; the same"
                                    + " command starts a new job"));
        }
        redrive.ifPresent(command -> out.println("after a fix, try them again: " + command));
        return 1;
    }
}
