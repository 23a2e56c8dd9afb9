package io.edgepix.localqueue.bulk;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobResults;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.MessageSender;
import io.edgepix.pregenerate.bulk.SqsMessageSender;
import io.edgepix.pregenerate.bulk.StateChangedException;
import io.edgepix.pregenerate.listing.ListingException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkException;

/** Runs a job by the queue: sends it, shows its progress, and sums it up. */
public final class QueueEngine {
    private static final Duration POLL = Duration.ofSeconds(2);

    /** Is called with the results at the end of a job. */
    @FunctionalInterface
    public interface End {
        /** Does nothing. */
        End NOTHING = _ -> {};

        /** Uses the results, of which some may be missing. */
        void accept(JobResults results);
    }

    private final JobKind kind;
    private final BulkPlace place;
    private final JobBucket bucket;
    private final QueueState queues;
    private final PrintWriter out;
    private final PrintWriter err;

    /** Creates an engine for a bucket and its queue. */
    public QueueEngine(JobKind kind, BulkPlace place, JobBucket bucket, PrintWriter out, PrintWriter err) {
        this.kind = kind;
        this.place = place;
        this.bucket = bucket;
        this.queues = new QueueState(place.clients().sqs(), place.queueUrls(), place.awsOptions());
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the job to its end.
     *
     * @return 0 if every key is done, or 1
     */
    public int run(Job job, KeySource source, End atEnd) {
        String id = job.description().id();
        err.println("dev: job " + id
                + (job.marker().nextPart() == 0 ? " starts" : " continues after " + kind.counted(job.acknowledged())));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread hook = new Thread(() -> interrupted(job, isOver), "bulk-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try (JobResults results = new JobResults(bucket, id)) {
            BulkRun.Outcome outcome = outcome(job, source, results);
            atEnd.accept(results);
            end(job);
            return summary(new JobSummary(kind, id, outcome));
        } catch (BulkException | ListingException | SdkException e) {
            throw new CommandException(
                    e.getMessage() + "\njob " + id + ": "
                            + kind.counted(job.acknowledged())
                            + (job.acknowledged() == 1 ? " is" : " are") + " in the queue "
                            + place.queueUrls().getFirst() + "; the same command "
                            + (job.marker().complete() ? "shows the progress" : "sends the rest"),
                    e);
        } finally {
            isOver.set(true);
        }
    }

    private BulkRun.Outcome outcome(Job job, KeySource source, JobResults results) {
        MessageSender sender =
                new SqsMessageSender(place.clients().sqs(), place.queueUrls().getFirst());
        try (BulkConsole console = console(results.read().settled())) {
            return new BulkRun(job, bucket, queues, console, new BulkRun.Pace(POLL, place.quiet()))
                    .run(source, sender, results);
        }
    }

    private BulkConsole console(long before) {
        return Terminal.isErr()
                ? new BarConsole(kind, err, before)
                : new LineConsole(kind, err, InstantSource.system(), before);
    }

    private void interrupted(Job job, AtomicBoolean isOver) {
        if (!isOver.get()) {
            String rest = job.marker().complete() ? "" : ", and to send the rest";
            err.println();
            err.println("dev: in the queue: " + kind.counted(job.acknowledged())
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

    private int summary(JobSummary summary) {
        summary.lines().forEach(out::println);
        if (summary.isSuccess()) {
            return 0;
        }
        summary.advice(queues.redrive()).forEach(out::println);
        return 1;
    }
}
