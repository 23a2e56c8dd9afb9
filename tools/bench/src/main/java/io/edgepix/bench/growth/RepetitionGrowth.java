package io.edgepix.bench.growth;

import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.ChildProcess;
import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.FreshProcess;
import io.edgepix.bench.render.Runners;
import io.edgepix.bench.render.SharpRunner;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Measures the memory of one process after many renderings of a small picture. */
final class RepetitionGrowth {
    private static final int[] COUNTS = {500, 2_000, 5_000, 10_000};
    private static final int[] QUICK_COUNTS = {100, 250, 500};
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final String BOX = "100x100";

    /** The resident memory of one runner's process in megabytes, after each number of renderings. */
    record Line(String engine, List<Double> megabytes) {}

    private RepetitionGrowth() {}

    /** Runs in the fresh process. Arguments: a runner's name, a file, and ascending counts. */
    public static void main(String[] arguments) throws IOException {
        EdgepixRunner engine = Runners.edgepixRunner(arguments[0]);
        byte[] original = Files.readAllBytes(Path.of(arguments[1]));
        Conversion conversion = Conversion.parse(BOX, Format.WEBP.token());
        List<Double> megabytes = new ArrayList<>();
        int done = 0;
        for (String count : List.of(arguments).subList(2, arguments.length)) {
            for (; done < Integer.parseInt(count); done++) {
                Objects.requireNonNull(engine.render(original, conversion));
            }
            megabytes.add(ProcessMemory.resident(ProcessHandle.current()));
        }
        System.out.println(megabytes);
    }

    static int[] counts(Setting setting) {
        return setting.quick() ? QUICK_COUNTS : COUNTS;
    }

    static List<Line> lines(Setting setting, List<EdgepixRunner> runners, SharpRunner sharp) throws IOException {
        byte[] photograph = Files.readAllBytes(setting.photographs().files().getFirst());
        Path file = Files.createTempFile("edgepix-bench-", ".jpg");
        try {
            Files.write(file, sharp.make("jpeg", photograph, WIDTH, HEIGHT));
            List<Line> lines = new ArrayList<>();
            for (EdgepixRunner engine : runners) {
                System.err.println("growth many renderings, " + engine.name());
                lines.add(line(engine, file, counts(setting)));
            }
            return lines;
        } finally {
            Files.delete(file);
        }
    }

    private static Line line(EdgepixRunner engine, Path file, int[] counts) throws IOException {
        List<String> command = FreshProcess.java();
        command.addAll(List.of(RepetitionGrowth.class.getName(), engine.name(), file.toString()));
        for (int count : counts) {
            command.add(Integer.toString(count));
        }
        List<Double> megabytes = new ArrayList<>();
        JsonParser.parseString(ChildProcess.output(command))
                .getAsJsonArray()
                .forEach(value -> megabytes.add(value.getAsDouble()));
        return new Line(engine.name(), megabytes);
    }
}
