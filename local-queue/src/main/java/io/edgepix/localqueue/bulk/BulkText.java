package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.JobCounts;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The texts about the progress of a job. */
final class BulkText {
    private static final int REASONS = 3;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private BulkText() {}

    /** Returns a number with separators, such as 1,000,000. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String dollars(double dollars) {
        return String.format(Locale.ROOT, "$%.2f", dollars);
    }

    /** Returns a duration in its two largest units, such as 2 h 5 min. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
                : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }

    /** Returns the failures with their most frequent reasons; empty without failures. */
    static String failures(JobCounts counts) {
        if (counts.failures() == 0) {
            return "";
        }
        String reasons = counts.failed().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(REASONS)
                .map(reason -> number(reason.getValue()) + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        String others = counts.failed().size() > REASONS ? ", and other reasons" : "";
        return number(counts.failures()) + " failed (" + reasons + others + ")";
    }

    /** Returns the parts of the progress after its numbers: what is pending and failed, and the cost. */
    static String details(BulkSnapshot snapshot) {
        JobCounts counts = snapshot.counts();
        String failures = failures(counts);
        return (counts.pending() == 0 ? "" : number(counts.pending()) + " will be tried again, ")
                + (failures.isEmpty() ? "" : failures + ", ")
                + dollars(snapshot.dollars());
    }
}
