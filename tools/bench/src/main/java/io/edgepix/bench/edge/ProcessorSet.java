package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.ChildProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first processors of the machine, to which a function can be limited.
 *
 * @param count the number of processors, at least 1
 */
public record ProcessorSet(int count) {
    /** Returns the reason why programs cannot be limited to these processors on this machine, or empty if they can. */
    public Optional<String> hindrance() {
        int there = Runtime.getRuntime().availableProcessors();
        if (there < count) {
            return Optional.of("the machine has " + there);
        }
        try {
            ChildProcess.output(holding("true"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("`taskset` is missing");
        } catch (BenchException e) {
            return Optional.of("`taskset` refuses: " + e.getMessage());
        }
    }

    /** Returns the command that runs Node.js on these processors only. */
    List<String> node() throws IOException {
        // The environment is empty, so taskset needs the path of Node.js.
        return holding(
                ChildProcess.output(List.of("node", "-p", "process.execPath")).strip());
    }

    /** Returns the command that runs a program on these processors only. */
    public List<String> holding(String program) {
        String list = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return List.of("taskset", "-c", list, program);
    }
}
