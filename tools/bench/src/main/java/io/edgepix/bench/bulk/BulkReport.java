package io.edgepix.bench.bulk;

import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import java.io.IOException;
import java.util.List;

/** The results of {@link BulkBenchmark} as one page. */
record BulkReport(Setting setting, String loadBefore, int rounds, boolean pinned) {
    String text(BulkSummary summary, List<ResultRow> rows, String encoders) throws IOException {
        return """
                # Rendering away from a request

                %s
                %s

                Each original becomes three derivatives: 368, 720 and 1440 pixels wide, at quality 80. Nothing is read
                from S3 or written to it. Each side is a process of its own on one thread%s, and measures itself: CPU ms
                are those of all its threads, with garbage collection and compilation. `ratio` is our value divided by
                theirs, and the inverse for rates: under 1.00 we are better.

                - edgepix decodes once, and renders the three derivatives from it.
                - `sharp, three calls` is what people do. Each call decodes at the scale that suits its derivative.
                - `sharp, three clones` are clones of one pipeline. sharp decodes for each of them.
                - `sharp, one decoding` decodes once to 1440 pixels, and renders all three from these pixels.

                ## All pictures

                The mean of the medians of all pictures. `CPU ms a picture` covers its three derivatives. The target
                against three calls is a ratio of at most 0.55 for WebP, and of at most 0.50 for JPEG.

                %s
                ## Lost

                %s
                ## Each picture

                Values are medians of CPU ms. `bytes`, dB and `bytes at equal dB` are those of the derivative that
                compares worst. The same work means at most 1.02 times the bytes at equal dB.

                %s
                ## Encoders that have time

                Means over the pictures. CPU ms are those of one rendering, with decoding. mozjpeg has the lowest
                quality at which each picture is at least as similar to its original as by libjpeg-turbo at quality 80.
                AVIF is at quality 50, in one run of up to four pictures. Its bytes are also compared with those of an
                AVIF of the default effort that is equally similar. Pictures are not enlarged, so some are smaller than
                the width.

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        runs(),
                        pinned ? " and one processor" : "",
                        ResultTable.ofEngines(summary.rows()),
                        ResultTable.lost(rows),
                        ResultTable.ofRenderings(rows),
                        encoders);
    }

    private String runs() {
        String runs = rounds + " runs of each side in every row, in turns, after 3 that only warm up.";
        return setting.quick() ? runs + " A quick run: too few to be quoted." : runs;
    }
}
