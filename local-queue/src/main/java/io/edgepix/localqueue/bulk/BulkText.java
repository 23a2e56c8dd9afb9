package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.JobCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The texts about the progress of a job. */
public final class BulkText {
    private static final int REASONS = 3;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private BulkText() {}

    /** Returns a number with separators, such as 1,000,000. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number with its noun, such as 1 message or 2,000 messages. */
    public static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
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

    /** Returns a line for each of the first keys that failed, with its reason. */
    static List<String> failedKeys(JobCounts counts) {
        List<String> lines = new ArrayList<>();
        counts.failedKeys()
                .forEach((key, reason) -> lines.add("  " + (key + ": " + reason).replaceAll("\\p{Cntrl}", "?")));
        long others = counts.failures() - counts.failedKeys().size();
        if (others > 0 && !lines.isEmpty()) {
            lines.add("  and " + number(others) + " more");
        }
        return lines;
    }

    /** Tells whether all that is left are keys that will be tried again. */
    static boolean waitsForRetries(BulkSnapshot snapshot) {
        JobCounts counts = snapshot.counts();
        return snapshot.complete() && counts.pending() > 0 && snapshot.sent() - counts.settled() <= counts.pending();
    }

    /** Returns the parts of the progress after its numbers: what is pending and failed, and the cost. */
    static String details(BulkSnapshot snapshot) {
        JobCounts counts = snapshot.counts();
        String failures = failures(counts);
        String pending = number(counts.pending()) + " will be tried again, ";
        if (waitsForRetries(snapshot)) {
            pending = "waiting for " + number(counts.pending()) + (counts.pending() == 1 ? " retry, " : " retries, ");
        }
        return (counts.pending() == 0 ? "" : pending)
                + (failures.isEmpty() ? "" : failures + ", ")
                + dollars(snapshot.dollars());
    }
}
