package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures the shares of decoding and encoding in a rendering. Edgepix cannot be stopped in the middle. So the
 * additional time of a second, equal derivative in the same call counts as encoding (with shrinking), and the rest as
 * decoding.
 */
final class PhaseTimes {
    private static final List<String> BOXES = List.of("400x300", "1600x1200");
    private static final String PROGRESSIVE_BOX = "400x300";

    private PhaseTimes() {}

    /** Returns the cases whose phases are reported. */
    static List<RenderCase> cases(List<RenderCase> all) {
        return all.stream()
                .filter(one -> one.original().isJpeg()
                        && one.conversion().format() != Format.AVIF
                        && one.runners().size() > 2
                        && BOXES.contains(one.conversion().box())
                        && (!one.original().isProgressive()
                                || one.conversion().box().equals(PROGRESSIVE_BOX)))
                .toList();
    }

    /** Returns two rows that compare each edgepix runner with sharp: decoding and encoding. */
    static List<ResultRow> rows(RenderCase one, Runners runners, int rounds) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        runners.sharp().hold(one.original());
        for (EdgepixRunner runner : runners.ours()) {
            if (runner.writes().contains(one.conversion().format())) {
                rows.addAll(rows(one, runner, runners.sharp(), rounds));
            }
        }
        return rows;
    }

    private static List<ResultRow> rows(RenderCase one, EdgepixRunner runner, SharpRunner sharp, int rounds)
            throws IOException {
        Measurements once = new Measurements();
        Measurements second = new Measurements();
        Measurements decoding = new Measurements();
        Measurements encoding = new Measurements();
        Conversion doubled = new Conversion(
                Collections.nCopies(2, one.conversion().boxes().getFirst()),
                one.conversion().format(),
                one.conversion().quality());
        for (int round = 0; round < rounds; round++) {
            double single = runner.render(one.original(), one.conversion()).millis();
            once.add(single);
            second.add(runner.render(one.original(), doubled).millis() - single);
            SharpRunner.Halves halves = sharp.halves(one.original(), one.conversion());
            decoding.add(halves.decode());
            encoding.add(halves.encode());
        }
        double ourEncoding = Math.clamp(second.median(), 0, once.median());
        return List.of(
                row("limit: decoding", one, new ResultRow.Value(runner.name(), once.median() - ourEncoding), decoding),
                row("limit: encoding", one, new ResultRow.Value(runner.name(), ourEncoding), encoding));
    }

    private static ResultRow row(String name, RenderCase one, ResultRow.Value ours, Measurements theirs) {
        return ResultRow.of(
                new ResultRow.Case(
                        name,
                        one.original().name(),
                        one.conversion().box(),
                        one.conversion().format().token()),
                ours,
                new ResultRow.Value(SharpRunner.NAME, theirs.median()),
                "ms",
                theirs.count());
    }
}
