package io.edgepix.bench.bulk;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Rounds;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.Fidelity;
import io.edgepix.bench.render.Renderings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The derivatives of one original in one format, rendered by all sides in turns. */
final class BulkCase {
    private static final int WARM_UP = 3;

    private static final class Times {
        final Measurements millis = new Measurements();
        final Measurements processorMillis = new Measurements();
        List<byte[]> derivatives = List.of();
    }

    private final CaseOriginal original;
    private final Conversion conversion;
    private final Map<BulkSide, Times> times = new LinkedHashMap<>();

    private BulkCase(CaseOriginal original, Conversion conversion) {
        this.original = original;
        this.conversion = conversion;
    }

    /** Runs the given number of rounds, after warm-up rounds. */
    static BulkCase run(CaseOriginal original, Conversion conversion, List<BulkSide> sides, int rounds)
            throws IOException {
        BulkCase run = new BulkCase(original, conversion);
        for (BulkSide side : sides) {
            side.hold(original);
            run.times.put(side, new Times());
        }
        for (int round = -WARM_UP; round < rounds; round++) {
            for (BulkSide side : Rounds.order(sides, Math.abs(round))) {
                run.add(side, side.render(original, conversion), round >= 0);
            }
        }
        return run;
    }

    private void add(BulkSide side, BulkSide.Sample sample, boolean counts) {
        Times all = times(side);
        all.derivatives = sample.derivatives();
        if (counts) {
            all.millis.add(sample.millis());
            all.processorMillis.add(sample.processorMillis());
        }
    }

    private Times times(BulkSide side) {
        return Objects.requireNonNull(times.get(side));
    }

    String format() {
        return conversion.format().token();
    }

    /** Returns the median of the elapsed milliseconds. */
    double millis(BulkSide side) {
        return times(side).millis.median();
    }

    /** Returns the median of the processor's milliseconds. */
    double processorMillis(BulkSide side) {
        return times(side).processorMillis.median();
    }

    /** Returns a row for each peer of the first side. */
    List<ResultRow> rows(Fidelity fidelity) throws IOException {
        List<BulkSide> sides = List.copyOf(times.keySet());
        BulkSide ours = sides.getFirst();
        Renderings renderings = new Renderings(
                quality -> ours.render(original, conversion.at(quality)).derivatives(),
                conversion.quality(),
                times(ours).derivatives);
        List<ResultRow> rows = new ArrayList<>();
        for (BulkSide peer : sides.subList(1, sides.size())) {
            ResultRow row = ResultRow.of(
                    new ResultRow.Case("all derivatives of one original", original.name(), conversion.box(), format()),
                    new ResultRow.Value(ours.name(), processorMillis(ours)),
                    new ResultRow.Value(peer.name(), processorMillis(peer)),
                    "CPU ms",
                    times(ours).millis.count());
            rows.add(row.with(fidelity.worst(original, conversion.format(), renderings, times(peer).derivatives)));
        }
        return rows;
    }
}
