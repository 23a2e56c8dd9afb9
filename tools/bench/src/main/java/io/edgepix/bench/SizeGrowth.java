package io.edgepix.bench;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.comparison.text.MarkdownTable;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Time and memory by the size of the original, ours and sharp's, all JPEG to one small WebP. */
final class SizeGrowth {
    private static final double[] MEGAPIXELS = {0.5, 1, 2, 5, 10, 20, 50, 100};
    private static final String BOX = "400x300";
    private static final Format FORMAT = Format.WEBP;
    private static final int ROUNDS = 5;
    private static final int MEMORY_ROUNDS = 3;
    private static final Pixels NOT_NEEDED = new Pixels(0, 0, 3, new byte[0]);

    private final Setting setting;
    private final List<OurEngine> ours;
    private final Sharp sharp;

    SizeGrowth(Setting setting, List<OurEngine> ours, Sharp sharp) {
        this.setting = setting;
        this.ours = ours;
        this.sharp = sharp;
    }

    List<GrowthPoint> points() throws IOException {
        byte[] photograph = Files.readAllBytes(setting.photographs().files().getFirst());
        Path file = Files.createTempFile("edgepix-bench-", ".jpg");
        try {
            List<GrowthPoint> points = new ArrayList<>();
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

    /** A side of a picture of that many pixels, by its aspect: the side by the other one. */
    private static int side(double megapixels, double aspect) {
        return (int) Math.round(Math.sqrt(megapixels * 1e6 * aspect));
    }

    private List<GrowthPoint> points(double megapixels, byte[] jpeg, Path file) throws IOException {
        List<Engine> all = new ArrayList<>(ours);
        all.add(sharp);
        Original original = new Original("growing.jpg", jpeg, NOT_NEEDED);
        Contest contest =
                Contest.run(new RenderCase(original, Wish.of(FORMAT, BOX), all), setting.quick() ? 1 : ROUNDS);
        List<GrowthPoint> points = new ArrayList<>();
        for (Engine engine : all) {
            Samples megabytes = new Samples();
            for (int round = 0; round < (setting.quick() ? 1 : MEMORY_ROUNDS); round++) {
                megabytes.add(fresh(engine, file).megabytes());
            }
            points.add(new GrowthPoint(engine.name(), megapixels, contest.median(engine), megabytes.median()));
        }
        return points;
    }

    private Fresh fresh(Engine engine, Path file) throws IOException {
        return engine instanceof OurEngine one
                ? Fresh.ours(one, file, BOX, FORMAT)
                : Fresh.sharp(setting, file, BOX, FORMAT);
    }

    /** Each of ours against sharp, point by point. */
    static List<Row> rows(List<GrowthPoint> points, boolean quick) {
        List<Row> rows = new ArrayList<>();
        for (GrowthPoint point : points) {
            for (GrowthPoint peer : points) {
                if (!point.engine().equals(Sharp.NAME)
                        && peer.engine().equals(Sharp.NAME)
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

    private static Row row(String name, GrowthPoint point, double ours, double theirs, String unit, int runs) {
        return Row.of(
                name,
                MarkdownTable.number(point.megapixels(), 1) + " megapixels",
                BOX,
                FORMAT.token(),
                new Row.Value(point.engine(), ours),
                new Row.Value(Sharp.NAME, theirs),
                unit,
                runs);
    }
}
