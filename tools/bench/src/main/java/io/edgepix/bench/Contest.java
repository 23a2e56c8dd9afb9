package io.edgepix.bench;

import io.edgepix.bench.Engine.Rendering;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everyone's renderings of one case, in turns. */
final class Contest {
    private static final int WARM_UP = 2;

    private final RenderCase of;
    private final Map<Engine, Samples> millis = new LinkedHashMap<>();
    private final Map<Engine, List<byte[]>> derivatives = new LinkedHashMap<>();

    private Contest(RenderCase of) {
        this.of = of;
    }

    /** Runs so many rounds, after some that only warm up; who does not write the format takes no part. */
    static Contest run(RenderCase of, int rounds) throws IOException {
        Contest contest = new Contest(of);
        List<Engine> able = of.engines().stream()
                .filter(engine -> engine.writes().contains(of.wish().format()))
                .toList();
        for (Engine engine : able) {
            engine.hold(of.original());
            for (int i = 0; i < WARM_UP; i++) {
                Rendering rendering = engine.render(of.original(), of.wish());
                contest.derivatives.put(engine, rendering.derivatives());
            }
            contest.millis.put(engine, new Samples());
        }
        for (int round = 0; round < rounds; round++) {
            for (Engine engine : Rounds.order(able, round)) {
                Rendering rendering = engine.render(of.original(), of.wish());
                contest.samples(engine).add(rendering.millis());
            }
        }
        return contest;
    }

    private Samples samples(Engine engine) {
        return millis.computeIfAbsent(engine, one -> new Samples());
    }

    /** Milliseconds of an engine that takes part. */
    double median(Engine engine) {
        return samples(engine).median();
    }

    private List<byte[]> made(Engine engine) {
        return Objects.requireNonNull(derivatives.get(engine));
    }

    /** Each of ours that takes part against each of the others; null values where ours can't. */
    List<Row> rows(Engines engines, Fidelity fidelity) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (OurEngine ours : engines.ours()) {
            for (Engine peer : millis.keySet()) {
                if (!engines.ours().contains(peer)) {
                    rows.add(row(ours, peer, fidelity));
                }
            }
        }
        return rows;
    }

    private Row row(OurEngine ours, Engine peer, Fidelity fidelity) throws IOException {
        boolean takesPart = millis.containsKey(ours);
        Row row = Row.of(
                of.target().words,
                of.original().name(),
                of.wish().box(),
                of.wish().format().token(),
                new Row.Value(ours.name(), takesPart ? (Double) samples(ours).median() : null),
                new Row.Value(peer.name(), samples(peer).median()),
                "ms",
                samples(peer).count());
        if (!takesPart) {
            return row;
        }
        Fidelity.Pair worst = fidelity.worst(of.original(), made(ours), made(peer));
        return row.with(worst.bytesRatio(), worst.decibels(), worst.peerDecibels());
    }
}
