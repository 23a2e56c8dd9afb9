package io.edgepix.packaging;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * One start of a function.
 *
 * @param wall the milliseconds until it waits for an event or for its snapshot; {@code cpu} is the processor time
 * @param firstWall the milliseconds of the first event, or of the restore and the first event
 * @param nextCpu the processor time of the second event
 * @param megabytes the peak memory
 */
record Start(long wall, long cpu, long firstWall, long firstCpu, long nextCpu, long megabytes) {
    /** Prints the medians of several starts. */
    static void print(String name, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "%s: start %d ms (%d ms CPU), first event %d ms (%d ms CPU), second event %d ms CPU, peak %d MB%n",
                name,
                median(starts, Start::wall),
                median(starts, Start::cpu),
                median(starts, Start::firstWall),
                median(starts, Start::firstCpu),
                median(starts, Start::nextCpu),
                median(starts, Start::megabytes));
    }

    private static long median(List<Start> starts, ToLongFunction<Start> value) {
        return starts.stream()
                .mapToLong(value)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
