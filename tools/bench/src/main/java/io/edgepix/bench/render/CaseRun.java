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

/** Everyone's renderings of one case, in turns. */
public final class CaseRun {
    private static final int WARM_UP = 2;

    private final RenderCase of;
    private final Map<Runner, Measurements> millis = new LinkedHashMap<>();
    private final Map<Runner, List<byte[]>> derivatives = new LinkedHashMap<>();

    private CaseRun(RenderCase of) {
        this.of = of;
    }

    /** Runs so many rounds, after some that only warm up; who does not write the format takes no part. */
    public static CaseRun run(RenderCase of, int rounds) throws IOException {
        CaseRun contest = new CaseRun(of);
        List<Runner> able = of.engines().stream()
                .filter(engine -> engine.writes().contains(of.wish().format()))
                .toList();
        for (Runner engine : able) {
            engine.hold(of.original());
            for (int i = 0; i < WARM_UP; i++) {
                Rendering rendering = engine.render(of.original(), of.wish());
                contest.derivatives.put(engine, rendering.derivatives());
            }
            contest.millis.put(engine, new Measurements());
        }
        for (int round = 0; round < rounds; round++) {
            for (Runner engine : Rounds.order(able, round)) {
                Rendering rendering = engine.render(of.original(), of.wish());
                contest.samples(engine).add(rendering.millis());
            }
        }
        return contest;
    }

    private Measurements samples(Runner engine) {
        return millis.computeIfAbsent(engine, one -> new Measurements());
    }

    /** Milliseconds of an engine that takes part. */
    public double median(Runner engine) {
        return samples(engine).median();
    }

    private List<byte[]> made(Runner engine) {
        return Objects.requireNonNull(derivatives.get(engine));
    }

    /** Each of ours that takes part against each of the others; null values where ours can't. */
    List<ResultRow> rows(Runners engines, Fidelity fidelity) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        for (EdgepixRunner ours : engines.ours()) {
            for (Runner peer : millis.keySet()) {
                if (!engines.ours().contains(peer)) {
                    rows.add(row(ours, peer, fidelity));
                }
            }
        }
        return rows;
    }

    private ResultRow row(EdgepixRunner ours, Runner peer, Fidelity fidelity) throws IOException {
        boolean takesPart = millis.containsKey(ours);
        ResultRow row = ResultRow.of(
                of.target().words,
                of.original().name(),
                of.wish().box(),
                of.wish().format().token(),
                new ResultRow.Value(
                        ours.name(), takesPart ? (Double) samples(ours).median() : null),
                new ResultRow.Value(peer.name(), samples(peer).median()),
                "ms",
                samples(peer).count());
        if (!takesPart) {
            return row;
        }
        Fidelity.Pair worst = fidelity.worst(of.original(), made(ours), made(peer));
        return row.with(worst.bytesRatio(), worst.decibels(), worst.peerDecibels());
    }
}
