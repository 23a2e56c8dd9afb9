package io.edgepix.bench.regional;

import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures events of long-lived processes, in alternating blocks. Each side has one processor. */
final class RegionalWarm implements AutoCloseable {
    private static final int BLOCK = 10;

    private final RegionalRunner runner;
    private final Map<RuntimeSide, RuntimeProcess> processes = new LinkedHashMap<>();

    private RegionalWarm(RegionalRunner runner) {
        this.runner = runner;
    }

    /**
     * Starts a process for each side.
     *
     * @param sides the peer is the last
     */
    static RegionalWarm start(RegionalRunner runner, List<RuntimeSide> sides) throws IOException {
        RegionalWarm warm = new RegionalWarm(runner);
        try {
            for (RuntimeSide side : sides) {
                RuntimeProcess process = runner.start(side);
                warm.processes.put(side, process);
                process.awaitReady();
            }
            return warm;
        } catch (IOException | RuntimeException e) {
            warm.close();
            throw e;
        }
    }

    /** Sends every side a block of each case, so that no case is measured in a process that has just started. */
    void warmUp(List<EdgeCase> cases) throws IOException {
        for (EdgeCase each : cases) {
            for (RuntimeSide side : processes.keySet()) {
                block(side, each, new Measurements());
            }
        }
    }

    /** Measures one derivative in the given number of blocks of ten. */
    List<ResultRow> rows(EdgeCase edgeCase, int blocks) throws IOException {
        Map<RuntimeSide, Measurements> measured = new LinkedHashMap<>();
        processes.keySet().forEach(side -> measured.put(side, new Measurements()));
        List<RuntimeSide> sides = List.copyOf(processes.keySet());
        for (int round = 0; round < blocks; round++) {
            for (RuntimeSide side : Rounds.order(sides, round)) {
                block(side, edgeCase, Objects.requireNonNull(measured.get(side)));
            }
        }
        return compare(edgeCase, measured);
    }

    private void block(RuntimeSide side, EdgeCase edgeCase, Measurements into) throws IOException {
        RuntimeProcess process = Objects.requireNonNull(processes.get(side));
        for (int i = 0; i < BLOCK; i++) {
            into.add(runner.millis(side, process, edgeCase));
        }
    }

    private static List<ResultRow> compare(EdgeCase edgeCase, Map<RuntimeSide, Measurements> measured) {
        List<RuntimeSide> sides = List.copyOf(measured.keySet());
        RuntimeSide peer = sides.getLast();
        List<ResultRow> rows = new ArrayList<>();
        for (int percent : new int[] {50, 99}) {
            for (RuntimeSide ours : sides.subList(0, sides.size() - 1)) {
                Measurements mine = Objects.requireNonNull(measured.get(ours));
                Measurements theirs = Objects.requireNonNull(measured.get(peer));
                rows.add(edgeCase.row(
                        "warm p" + percent + ours.variant(),
                        new ResultRow.Value(ours.engine(), mine.percentile(percent)),
                        new ResultRow.Value(peer.engine(), theirs.percentile(percent)),
                        "ms",
                        mine.count()));
            }
        }
        return rows;
    }

    /** Returns the rows with the peak memory of the processes so far. */
    List<ResultRow> memory() throws IOException {
        List<RuntimeSide> sides = List.copyOf(processes.keySet());
        RuntimeSide peer = sides.getLast();
        List<ResultRow> rows = new ArrayList<>();
        for (RuntimeSide ours : sides.subList(0, sides.size() - 1)) {
            rows.add(ResultRow.of(
                    new ResultRow.Case("warm, peak memory" + ours.variant(), "all", "all", EdgeCase.FORMAT),
                    peak(ours),
                    peak(peer),
                    "MB",
                    1));
        }
        return rows;
    }

    private ResultRow.Value peak(RuntimeSide side) throws IOException {
        return new ResultRow.Value(
                side.engine(), Objects.requireNonNull(processes.get(side)).peakMegabytes());
    }

    @Override
    public void close() throws IOException {
        for (RuntimeProcess process : processes.values()) {
            process.close();
        }
    }
}
