package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.original.OriginalResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the result of a part of a job. Originals that get a message of their own are not in it; each has a result of its
 * own.
 *
 * @param memoryMegabytes the memory of the function; 0 in a container
 */
record PartResultWriter(PartResults results, int memoryMegabytes) {
    private static final String NO_ORIGINAL = "This is not the key of an original.";

    void write(JobMessage part, FinishedOriginals finished, long millis) {
        if (part.job().isEmpty()) {
            return;
        }
        Map<String, Integer> failed = new TreeMap<>();
        count(finished.refused().values(), failed);
        count(finished.failed().values(), failed);
        int dropped = part.keys().size()
                - finished.done().size()
                - finished.refused().size()
                - finished.heavy().size()
                - finished.pending().size()
                - finished.failed().size();
        if (dropped > 0) {
            failed.put(NO_ORIGINAL, dropped);
        }
        List<OriginalResult> done =
                finished.done().values().stream().map(Outcome.Done::result).toList();
        results.write(
                part.job(),
                part.part(),
                new PartResult(
                        done.size(),
                        done.stream().mapToInt(OriginalResult::rendered).sum(),
                        done.stream().mapToInt(OriginalResult::found).sum(),
                        done.stream().mapToLong(OriginalResult::bytes).sum(),
                        finished.pending().size(),
                        failed,
                        millis,
                        memoryMegabytes,
                        part.keys().size()));
    }

    /** Writes the result of a part whose originals have results of their own. */
    void writeSplit(JobMessage part) {
        if (!part.job().isEmpty()) {
            results.write(
                    part.job(),
                    part.part(),
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

    private static void count(Collection<String> reasons, Map<String, Integer> counts) {
        reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
    }
}
