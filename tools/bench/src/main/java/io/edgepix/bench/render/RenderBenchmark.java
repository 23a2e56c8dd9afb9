package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures edgepix's renderers against sharp and others, in process, on one thread, in alternation. */
public final class RenderBenchmark implements Benchmark {
    private static final int ROUNDS = 20;
    private static final int QUICK_ROUNDS = 3;
    private static final int JVM_WARM_UP_MILLIS = 3_000;

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        int rounds = setting.quick() ? QUICK_ROUNDS : ROUNDS;
        try (Runners runners = Runners.start(setting)) {
            List<RenderCase> cases = RenderCases.of(setting, runners);
            List<ResultRow> rows = new ArrayList<>();
            if (!cases.isEmpty()) {
                warmUp(runners, cases.getFirst());
            }
            rows.addAll(rows(cases, runners, rounds));
            rows.addAll(HugeOriginal.rows(setting, runners));
            List<ResultRow> limits = new ArrayList<>();
            for (RenderCase one : PhaseTimes.cases(cases)) {
                System.err.println("limit " + one.words());
                limits.addAll(PhaseTimes.rows(one, runners, rounds));
            }
            ResultFiles.publish(
                    setting, "render.md", new RenderReport(setting, runners, loadBefore, rounds).text(rows, limits));
            rows.addAll(limits);
            return rows;
        }
    }

    /** Warms the JVM up, so that it has compiled frequent code. Peers outside the JVM need no warm-up. */
    private static void warmUp(Runners runners, RenderCase one) throws IOException {
        for (Runner runner : runners.inThisProcess()) {
            long start = System.nanoTime();
            while (runner.writes().contains(one.conversion().format())
                    && Stopwatch.millisSince(start) < JVM_WARM_UP_MILLIS) {
                runner.render(one.original(), one.conversion());
            }
        }
    }

    private static List<ResultRow> rows(List<RenderCase> cases, Runners runners, int rounds) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        Fidelity fidelity = new Fidelity(runners.sharp());
        for (RenderCase one : cases) {
            System.err.println("render " + one.words());
            rows.addAll(run(one, runners, rounds, fidelity).rows(runners, fidelity));
            fidelity.forget();
        }
        return rows;
    }

    private static CaseRun run(RenderCase one, Runners runners, int rounds, Fidelity fidelity) throws IOException {
        return one.conversion().format() == Format.AVIF
                ? CaseRun.runAtEqualQuality(one, runners.sharp(), rounds, fidelity)
                : CaseRun.run(one, rounds);
    }
}
