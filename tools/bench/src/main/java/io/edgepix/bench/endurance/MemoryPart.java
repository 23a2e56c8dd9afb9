package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A bulk run in which some originals are as large as the limits of the edge allow. */
final class MemoryPart implements EndurancePart {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double MOST_MEGABYTES = 512;
    /** 50 megapixels. */
    private static final int WIDTH = 8_000;

    private static final int HEIGHT = 6_250;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int usual = quick ? 5 : 40;
        try (QueueSite site = QueueSite.start()) {
            GeneratedPhotograph.fill(site.bucket(), usual);
            for (String format : List.of("jpeg", "png", "tiff")) {
                GeneratedPhotograph.write(site.bucket().resolve("large." + format), format, WIDTH, HEIGHT);
            }
            ChildJava worker = site.startWorker();
            ChildJava bulk = site.startBulk();
            int status = bulk.status(PATIENCE);
            out.println("bulk: " + bulk.log().end(1));
            WorkReport report = WorkReport.of(List.of(worker));
            if (status != 0) {
                throw new BenchException("bulk: expected exit status 0, got " + status + "; the log of the worker:\n  "
                        + worker.log().end(8));
            }
            new DerivativeAudit(site.objects(), site.config()).check(Set.of());
            report.require(1, MOST_MEGABYTES);
            return usual + " usual originals and three of " + WIDTH * HEIGHT / 1_000_000 + " megapixels: "
                    + report.sentence();
        }
    }
}
