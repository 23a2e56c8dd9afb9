package io.edgepix.bench.growth;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.CaseRun;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.FreshProcess;
import io.edgepix.bench.render.RenderCase;
import io.edgepix.bench.render.Runner;
import io.edgepix.bench.render.SharpRunner;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.comparison.text.MarkdownTable;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures time and memory of edgepix and sharp for one small WebP of JPEGs of growing sizes. */
final class SizeGrowth {
    private static final double[] MEGAPIXELS = {0.5, 1, 2, 5, 10, 20, 50, 100};
    private static final String BOX = "400x300";
    private static final Format FORMAT = Format.WEBP;
    private static final int ROUNDS = 5;
    private static final int MEMORY_ROUNDS = 3;
    private static final Pixels NOT_NEEDED = new Pixels(0, 0, 3, new byte[0]);

    /**
     * The results of one runner for an original of one size.
     *
     * @param megapixels the size of the original
     * @param millis the time of a rendering in a process that has rendered before
     * @param megabytes the peak memory of a fresh process
     */
    record Point(String engine, double megapixels, double millis, double megabytes) {}

    private final Setting setting;
    private final List<EdgepixRunner> ours;
    private final SharpRunner sharp;

    SizeGrowth(Setting setting, List<EdgepixRunner> ours, SharpRunner sharp) {
        this.setting = setting;
        this.ours = ours;
        this.sharp = sharp;
    }

    List<Point> points() throws IOException {
        byte[] photograph = Files.readAllBytes(setting.photographs().files().getFirst());
        Path file = Files.createTempFile("edgepix-bench-", ".jpg");
        try {
            List<Point> points = new ArrayList<>();
            for (double megapixels : MEGAPIXELS) {
                System.err.println("growth " + megapixels + " megapixels");
                byte[] jpeg = sharp.make("jpeg", photograph, side(megapixels, 4 / 3.0), side(megapixels, 3 / 4.0));
                Files.write(file, jpeg);
                points.addAll(points(megapixels, jpeg, file));
            }
            return points;
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Returns one side of a picture with the given number of megapixels. The aspect is the ratio of this side to the
     * other one.
     */
    private static int side(double megapixels, double aspect) {
        return (int) Math.round(Math.sqrt(megapixels * 1e6 * aspect));
    }

    private List<Point> points(double megapixels, byte[] jpeg, Path file) throws IOException {
        List<Runner> all = new ArrayList<>(ours);
        all.add(sharp);
        CaseOriginal original = new CaseOriginal("growing.jpg", jpeg, NOT_NEEDED);
        CaseRun run =
                CaseRun.run(new RenderCase(original, Conversion.of(FORMAT, BOX), all), setting.quick() ? 1 : ROUNDS);
        List<Point> points = new ArrayList<>();
        for (Runner runner : all) {
            Measurements megabytes = new Measurements();
            for (int round = 0; round < (setting.quick() ? 1 : MEMORY_ROUNDS); round++) {
                megabytes.add(fresh(runner, file).megabytes());
            }
            points.add(new Point(runner.name(), megapixels, run.median(runner), megabytes.median()));
        }
        return points;
    }

    private FreshProcess fresh(Runner runner, Path file) throws IOException {
        return runner instanceof EdgepixRunner one
                ? FreshProcess.ours(one, file, BOX, FORMAT)
                : FreshProcess.sharp(setting, file, BOX, FORMAT);
    }

    /** Returns the rows that compare each edgepix runner with sharp, point by point. */
    static List<ResultRow> rows(List<Point> points, boolean quick) {
        List<ResultRow> rows = new ArrayList<>();
        for (Point point : points) {
            for (Point peer : points) {
                if (!point.engine().equals(SharpRunner.NAME)
                        && peer.engine().equals(SharpRunner.NAME)
                        && peer.megapixels() == point.megapixels()) {
                    rows.add(row("growth, time", point, point.millis(), peer.millis(), "ms", quick ? 1 : ROUNDS));
                    rows.add(row(
                            "growth, peak memory",
                            point,
                            point.megabytes(),
                            peer.megabytes(),
                            "MB",
                            quick ? 1 : MEMORY_ROUNDS));
                }
            }
        }
        return rows;
    }

    private static ResultRow row(String name, Point point, double ours, double theirs, String unit, int runs) {
        return ResultRow.of(
                new ResultRow.Case(
                        name, MarkdownTable.number(point.megapixels(), 1) + " megapixels", BOX, FORMAT.token()),
                new ResultRow.Value(point.engine(), ours),
                new ResultRow.Value(SharpRunner.NAME, theirs),
                unit,
                runs);
    }
}
