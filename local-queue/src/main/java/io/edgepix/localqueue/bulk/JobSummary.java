package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.JobCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines about the end of a job. */
final class JobSummary {
    private final JobKind kind;
    private final String id;
    private final BulkRun.Outcome outcome;

    JobSummary(JobKind kind, String id, BulkRun.Outcome outcome) {
        this.kind = kind;
        this.id = id;
        this.outcome = outcome;
    }

    /** Tells whether every key is done. */
    boolean isSuccess() {
        return isComplete() && counts().failures() == 0;
    }

    private boolean isComplete() {
        return outcome.end() == BulkRun.End.DONE;
    }

    private JobCounts counts() {
        return outcome.last().counts();
    }

    /** Returns the line with the numbers, and those about failures. */
    List<String> lines() {
        long sent = outcome.last().sent();
        List<String> lines = new ArrayList<>();
        lines.add("job " + id + ": " + BulkText.number(counts().originals()) + " of " + kind.counted(sent)
                + (sent == 1 ? " is" : " are") + " done: " + String.join(", ", kind.results(counts())) + ", "
                + BulkText.dollars(outcome.last().dollars()));
        if (counts().failures() > 0) {
            lines.add(BulkText.failures(counts()));
            lines.addAll(BulkText.failedKeys(counts()));
        }
        return lines;
    }

    /**
     * Returns the lines about another attempt.
     *
     * @param redrive the command that moves the messages of the dead-letter queue back; empty if it has none
     */
    List<String> advice(Optional<String> redrive) {
        List<String> lines = new ArrayList<>();
        if (!isComplete()) {
            long missing = outcome.last().sent() - counts().settled();
            lines.add(kind.counted(missing) + " without a result, and the queue is empty: "
                    + (redrive.isPresent()
                            ? "messages are in the dead-letter queue"
                            : "messages are lost, as at the end of a run on this machine or after 14 days; the same"
                                    + " command starts a new job"));
        }
        if (kind == JobKind.DOCUMENTS) {
            lines.add("after a fix, run the command again; documents that exist are not rendered again");
        } else {
            redrive.ifPresent(command -> lines.add("after a fix, try them again: " + command));
        }
        return lines;
    }
}
