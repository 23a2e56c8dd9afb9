package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** The results of {@link RenderBenchmark} as one page. */
record RenderReport(Setting setting, Runners runners, String loadBefore, int rounds) {
    String text(List<ResultRow> rows, List<ResultRow> limits) throws IOException {
        List<String> ours = runners.ours().stream().map(EdgepixRunner::name).toList();
        return """
                # Renderers, in process and on one thread

                %s
                %s

                From the original's bytes in memory to the derivative's, WebP and JPEG at quality 80, AVIF at 50, each engine
                measured in its own process around the whole of the work, medians of runs in turns. `ratio` is ours by theirs:
                under 1.00 we are better. `bytes` is the size of our derivative by that of theirs. dB is SSIM as
                `cwebp -print_ssim` counts it, against the whole original, decoded by sharp and reduced by a Lanczos kernel in
                double precision; of three sizes the worst. The same work is at most 1.02 times the bytes, and no more
                than 0.05 dB less.

                %s

                %s
                ## Summary

                Against sharp. All are within if every ratio is at most the target.

                %s
                ## Memory of one picture in a fresh process

                %s
                ## Where the time of a JPEG goes

                Theirs: until the derivative's pixels are there, and from them. Ours: a second equal derivative in the same
                call is `encoding` (and shrinking), and the rest is `decoding`.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        runs(),
                        "- " + String.join("\n- ", runners.notes()),
                        ResultTable.ofRenderings(having(rows, row -> row.unit().equals("ms"))),
                        RenderSummary.of(rows, ours),
                        ResultTable.ofEngines(having(rows, row -> row.unit().equals("MB"))),
                        ResultTable.ofEngines(limits));
    }

    private String runs() {
        String runs = rounds + " runs of each side in every row, in turns, after 2 that only warm up.";
        return setting.quick() ? runs + " A quick run: too few to be quoted." : runs;
    }

    private static List<ResultRow> having(List<ResultRow> rows, Predicate<ResultRow> which) {
        return rows.stream().filter(which).toList();
    }
}
