package io.edgepix.bench.bulk;

import io.edgepix.bench.measurement.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** The sums over all pictures: the processor's time a picture, and pictures a second. */
record BulkSummary(List<BulkCase> cases, List<BulkSide> sides) {
    private static final String NAME = "three derivatives of each original";
    private static final double MILLIS_A_SECOND = 1_000;

    /** Returns a row for each format, peer and unit. */
    List<ResultRow> rows() {
        List<ResultRow> rows = new ArrayList<>();
        for (String format : cases.stream().map(BulkCase::format).distinct().toList()) {
            List<BulkCase> all =
                    cases.stream().filter(one -> one.format().equals(format)).toList();
            BulkSide ours = sides.getFirst();
            for (BulkSide peer : sides.subList(1, sides.size())) {
                ResultRow.Case of = new ResultRow.Case(NAME, "all", "all", format);
                rows.add(ResultRow.of(
                        of,
                        new ResultRow.Value(ours.name(), mean(all, ours, BulkCase::processorMillis)),
                        new ResultRow.Value(peer.name(), mean(all, peer, BulkCase::processorMillis)),
                        "CPU ms a picture",
                        all.size()));
                rows.add(ResultRow.ofRate(
                        of,
                        new ResultRow.Value(ours.name(), MILLIS_A_SECOND / mean(all, ours, BulkCase::millis)),
                        new ResultRow.Value(peer.name(), MILLIS_A_SECOND / mean(all, peer, BulkCase::millis)),
                        "pictures a second",
                        all.size()));
            }
        }
        return rows;
    }

    private static double mean(List<BulkCase> cases, BulkSide side, ToDoubleBiFunction<BulkCase, BulkSide> value) {
        return cases.stream()
                .mapToDouble(one -> value.applyAsDouble(one, side))
                .average()
                .orElse(Double.NaN);
    }
}
