package io.edgepix.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Our renderers against sharp and others, in process, on one thread, in turns. */
final class Render implements Benchmark {
    private static final int ROUNDS = 20;
    private static final int QUICK_ROUNDS = 3;
    private static final int JVM_WARM_UP_MILLIS = 3_000;

    @Override
    public List<Row> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        int rounds = setting.quick() ? QUICK_ROUNDS : ROUNDS;
        try (Engines engines = Engines.start(setting)) {
            List<RenderCase> cases = RenderCases.of(setting, engines);
            List<Row> rows = new ArrayList<>();
            if (!cases.isEmpty()) {
                warmUp(engines, cases.getFirst());
            }
            rows.addAll(rows(cases, engines, rounds));
            rows.addAll(Gigantic.rows(setting, engines));
            List<Row> limits = new ArrayList<>();
            for (RenderCase one : Limit.cases(cases)) {
                System.err.println("limit " + one.words());
                limits.addAll(Limit.rows(one, engines, rounds));
            }
            Results.publish(
                    setting, "render.md", new RenderPage(setting, engines, loadBefore, rounds).text(rows, limits));
            rows.addAll(limits);
            return rows;
        }
    }

    /** The JVM compiles what it has run often enough; the others have no need of it. */
    private static void warmUp(Engines engines, RenderCase one) throws IOException {
        for (Engine engine : engines.inThisProcess()) {
            long start = System.nanoTime();
            while (engine.writes().contains(one.wish().format()) && Stopwatch.millisSince(start) < JVM_WARM_UP_MILLIS) {
                engine.render(one.original(), one.wish());
            }
        }
    }

    private static List<Row> rows(List<RenderCase> cases, Engines engines, int rounds) throws IOException {
        List<Row> rows = new ArrayList<>();
        Fidelity fidelity = new Fidelity(engines.sharp());
        for (RenderCase one : cases) {
            System.err.println("render " + one.words());
            rows.addAll(Contest.run(one, rounds).rows(engines, fidelity));
            fidelity.forget();
        }
        return rows;
    }
}
