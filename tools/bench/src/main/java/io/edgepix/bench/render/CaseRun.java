package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.bench.render.Runner.Rendering;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The renderings of one case by all runners, in alternation. */
public final class CaseRun {
    private static final int WARM_UP = 2;

    private final RenderCase of;
    private final Map<Runner, Measurements> millis = new LinkedHashMap<>();
    private final Map<Runner, List<byte[]>> derivatives = new LinkedHashMap<>();

    private CaseRun(RenderCase of) {
        this.of = of;
    }

    /** Runs the given number of rounds, after warm-up rounds. Runners that do not write the format are left out. */
    public static CaseRun run(RenderCase of, int rounds) throws IOException {
        CaseRun run = new CaseRun(of);
        List<Runner> able = of.runners().stream()
                .filter(runner -> runner.writes().contains(of.conversion().format()))
                .toList();
        for (Runner runner : able) {
            runner.hold(of.original());
            for (int i = 0; i < WARM_UP; i++) {
                Rendering rendering = runner.render(of.original(), of.conversion());
                run.derivatives.put(runner, rendering.derivatives());
            }
            run.millis.put(runner, new Measurements());
        }
        for (int round = 0; round < rounds; round++) {
            for (Runner runner : Rounds.order(able, round)) {
                Rendering rendering = runner.render(of.original(), of.conversion());
                run.samples(runner).add(rendering.millis());
            }
        }
        return run;
    }

    private Measurements samples(Runner runner) {
        return millis.computeIfAbsent(runner, one -> new Measurements());
    }

    /** Returns the median of the milliseconds of a runner that takes part. */
    public double median(Runner runner) {
        return samples(runner).median();
    }

    private List<byte[]> made(Runner runner) {
        return Objects.requireNonNull(derivatives.get(runner));
    }

    /**
     * Returns the rows that compare each edgepix runner with each peer. A value is null if the runner does not write
     * the format.
     */
    List<ResultRow> rows(Runners runners, Fidelity fidelity) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        for (EdgepixRunner ours : runners.ours()) {
            for (Runner peer : millis.keySet()) {
                if (!runners.ours().contains(peer)) {
                    rows.add(row(ours, peer, fidelity));
                }
            }
        }
        return rows;
    }

    private ResultRow row(EdgepixRunner ours, Runner peer, Fidelity fidelity) throws IOException {
        boolean takesPart = millis.containsKey(ours);
        ResultRow row = ResultRow.of(
                new ResultRow.Case(
                        of.target().words,
                        of.original().name(),
                        of.conversion().box(),
                        of.conversion().format().token()),
                new ResultRow.Value(
                        ours.name(), takesPart ? (Double) samples(ours).median() : null),
                new ResultRow.Value(peer.name(), samples(peer).median()),
                "ms",
                samples(peer).count());
        if (!takesPart) {
            return row;
        }
        return row.with(fidelity.worst(of.original(), made(ours), made(peer)));
    }
}
