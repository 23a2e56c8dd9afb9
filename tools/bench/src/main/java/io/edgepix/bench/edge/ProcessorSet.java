package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.ChildProcess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first few processors of the machine, to which a function can be held.
 *
 * @param count how many, 1 at least
 */
record ProcessorSet(int count) {
    /** Why nothing can be held to them here; null where it can. */
    @Nullable
    String hindrance() {
        int there = Runtime.getRuntime().availableProcessors();
        if (there < count) {
            return "the machine has " + there;
        }
        try {
            ChildProcess.output(holding("true"));
            return null;
        } catch (IOException e) {
            return "`taskset` is missing";
        } catch (BenchException e) {
            return "`taskset` refuses: " + e.getMessage();
        }
    }

    /** The command that runs Node.js on them and no other. */
    List<String> node() throws IOException {
        // With an empty environment taskset has no path to find it on.
        return holding(
                ChildProcess.output(List.of("node", "-p", "process.execPath")).strip());
    }

    List<String> holding(String program) {
        String list = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return List.of("taskset", "-c", list, program);
    }
}
