package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.original.OriginalResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a part of a job. Originals that get a message of their own are not in it; each has a result of its
 * own. A key that a part has twice is one original, and its repetition counts as done.
 *
 * @param memoryMegabytes the memory of the function; 0 in a container
 */
record PartResultWriter(PartResults results, int memoryMegabytes) {
    private static final String NO_ORIGINAL = "This is not the key of an original.";

    void write(JobMessage part, FinishedOriginals finished, long millis) {
        if (part.job().isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>(part.keys());
        int repeated = part.keys().size() - keys.size();
        Map<String, String> failures = failures(keys, finished);
        Map<String, Integer> failed = new TreeMap<>();
        failures.values().forEach(reason -> failed.merge(reason, 1, Integer::sum));
        List<OriginalResult> done =
                finished.done().values().stream().map(Outcome.Done::result).toList();
        results.write(
                JobKeys.result(part.job(), part.part()),
                new PartResult(
                        done.size() + repeated,
                        done.stream().mapToInt(OriginalResult::rendered).sum(),
                        done.stream().mapToInt(OriginalResult::found).sum(),
                        done.stream().mapToLong(OriginalResult::bytes).sum(),
                        part.isSingle() ? finished.pending().size() : 0,
                        failed,
                        millis,
                        memoryMegabytes,
                        part.keys().size(),
                        some(failures)));
    }

    /** Writes the result of a part whose originals have results of their own. */
    void writeSplit(JobMessage part) {
        if (!part.job().isEmpty()) {
            results.write(
                    JobKeys.result(part.job(), part.part()),
                    new PartResult(
                            0,
                            0,
                            0,
                            0,
                            0,
                            Map.of(),
                            0,
                            memoryMegabytes,
                            part.keys().size()));
        }
    }

    /** Returns the reasons of the keys that failed in the end, in the order of the message. */
    private static Map<String, String> failures(Set<String> keys, FinishedOriginals finished) {
        Map<String, String> failures = new LinkedHashMap<>();
        for (String text : keys) {
            Key key = new Key(text);
            @Nullable String reason = finished.refused().get(key);
            reason = reason == null ? finished.failed().get(key) : reason;
            if (reason != null) {
                failures.put(text, reason);
            } else if (!finished.done().containsKey(key)
                    && !finished.heavy().containsKey(key)
                    && !finished.pending().containsKey(key)) {
                failures.put(text, NO_ORIGINAL);
            }
        }
        return failures;
    }

    private static Map<String, String> some(Map<String, String> failures) {
        Map<String, String> some = new LinkedHashMap<>();
        failures.entrySet().stream()
                .limit(PartResult.MAX_FAILED_KEYS)
                .forEach(failure -> some.put(failure.getKey(), failure.getValue()));
        return some;
    }
}
