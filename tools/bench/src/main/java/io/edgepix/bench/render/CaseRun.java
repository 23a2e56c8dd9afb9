package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.bench.render.Runner.Rendering;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The renderings of one case by all runners, in alternation. */
public final class CaseRun {
    private static final int WARM_UP = 2;

    private final RenderCase of;
    private final Map<Runner, Measurements> millis = new LinkedHashMap<>();
    private final Map<Runner, Renderings> renderings = new HashMap<>();

    private CaseRun(RenderCase of) {
        this.of = of;
    }

    /** Runs the given number of rounds, after warm-up rounds. Runners that do not write the format are left out. */
    public static CaseRun run(RenderCase of, int rounds) throws IOException {
        CaseRun run = new CaseRun(of);
        run.warmUp();
        run.measure(rounds);
        return run;
    }

    /**
     * Runs the rounds after edgepix's runners got the lowest quality at which their derivatives are at least as similar
     * to the original as those of a peer.
     */
    static CaseRun runAtEqualQuality(RenderCase of, Runner peer, int rounds, Fidelity fidelity) throws IOException {
        CaseRun run = new CaseRun(of);
        run.warmUp();
        for (Runner runner : List.copyOf(run.millis.keySet())) {
            if (runner instanceof EdgepixRunner) {
                Renderings ours = run.renderings(runner);
                int quality = fidelity.equalQuality(
                        of.original(),
                        of.conversion().format(),
                        ours,
                        run.renderings(peer).measured());
                run.renderings.put(runner, ours.measuredAt(quality));
            }
        }
        run.measure(rounds);
        return run;
    }

    private void warmUp() throws IOException {
        for (Runner runner : of.runners()) {
            if (runner.writes().contains(of.conversion().format())) {
                runner.hold(of.original());
                List<byte[]> derivatives = List.of();
                for (int i = 0; i < WARM_UP; i++) {
                    derivatives = render(runner, of.conversion().quality()).derivatives();
                }
                renderings.put(
                        runner,
                        new Renderings(
                                quality -> render(runner, quality).derivatives(),
                                of.conversion().quality(),
                                derivatives));
                millis.put(runner, new Measurements());
            }
        }
    }

    private void measure(int rounds) throws IOException {
        List<Runner> able = List.copyOf(millis.keySet());
        for (int round = 0; round < rounds; round++) {
            for (Runner runner : Rounds.order(able, round)) {
                samples(runner).add(render(runner, renderings(runner).quality()).millis());
            }
        }
    }

    private Rendering render(Runner runner, int quality) throws IOException {
        return runner.render(of.original(), of.conversion().at(quality));
    }

    private Renderings renderings(Runner runner) {
        return Objects.requireNonNull(renderings.get(runner));
    }

    private Measurements samples(Runner runner) {
        return millis.computeIfAbsent(runner, one -> new Measurements());
    }

    /** Returns the median of the milliseconds of a runner that takes part. */
    public double median(Runner runner) {
        return samples(runner).median();
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
        return row.with(fidelity.worst(
                of.original(),
                of.conversion().format(),
                renderings(ours),
                renderings(peer).measured()));
    }
}
