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

                Times are from the original's bytes in memory to the derivative's: WebP and JPEG at quality 80, sharp's AVIF
                at 50. Each engine's time covers all of its work, measured in its own process. Values are medians of
                alternating runs. `ratio` is our value divided by theirs: under 1.00 we are better. `bytes` is the size
                of our derivative divided by the size of theirs. dB is SSIM as `cwebp -print_ssim` computes it. The
                reference is the whole original, decoded by sharp and reduced by a Lanczos kernel in double precision.
                For three sizes, the worst one counts.

                - `bytes at equal dB` is the size that our derivative has at their dB, divided by the size of theirs.
                  Our derivative is rendered at other qualities until its dB are just below and just above theirs. The
                  size is read between these two.
                - The same work means at most 1.02 times the bytes at equal dB.
                - For AVIF it means at most 1.05 times the bytes, at equal dB and also at equal SSIMULACRA 2. Our AVIF is
                  rendered, timed and compared at the lowest quality at which it is at least as similar as sharp's by
                  both measures. `quality` is that quality.

                %s

                ## Summary

                Compared with sharp. Each `at most` is the target for the ratio on its left.

                %s
                ## Lost

                The cases that edgepix native loses, the worst first.

                %s
                ## All cases

                %s
                ## Memory of one picture in a fresh process

                %s
                ## Where the time of a JPEG goes

                For sharp, `decoding` is the time until the derivative's pixels exist, and `encoding` is the time from
                then on. For edgepix, `encoding` (with shrinking) is the additional time for a second, equal derivative
                in the same call, and `decoding` is the rest.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        runs(),
                        "- " + String.join("\n- ", runners.notes()),
                        RenderSummary.of(rows, ours),
                        ResultTable.lost(having(rows, row -> row.ours().engine().equals(Runners.NATIVE))),
                        ResultTable.ofRenderings(having(rows, row -> row.unit().equals("ms"))),
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
