package io.edgepix.bench.render;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.ChildProcess;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The time and memory of one rendering in its own process.
 *
 * @param millis the time of the rendering, without the start of the process
 * @param megabytes the peak memory of the whole process
 */
public record FreshProcess(double millis, double megabytes) {
    /** The heap of the packaged function with 1,024 MB. */
    private static final List<String> HEAP = List.of("-Xms204m", "-Xmx614m");

    private static final String NATIVE = "edgepix.native";

    /** Measures edgepix, with the flags of the packaged function except its AOT cache. */
    public static FreshProcess ours(EdgepixRunner runner, Path file, String box, Format format) throws IOException {
        List<String> command = java();
        command.addAll(List.of(RenderOnce.class.getName(), runner.name(), file.toString(), box, format.token()));
        return run(command);
    }

    /** Returns a command that runs a class of this program in a fresh JVM. The caller adds the class. */
    public static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        command.addAll(HEAP);
        String folder = System.getProperty(NATIVE);
        if (folder != null) {
            command.add("-D" + NATIVE + "=" + folder);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** Measures sharp. */
    public static FreshProcess sharp(Setting setting, Path file, String box, Format format) throws IOException {
        Conversion conversion = Conversion.parse(box, format.token());
        Size size = conversion.boxes().getFirst();
        return run(List.of(
                "node",
                setting.peer().resolve("once.mjs").toString(),
                file.toString(),
                Integer.toString(size.width()),
                Integer.toString(size.height()),
                format.token(),
                Integer.toString(conversion.quality())));
    }

    private static FreshProcess run(List<String> command) throws IOException {
        JsonObject took = JsonParser.parseString(ChildProcess.output(command)).getAsJsonObject();
        return new FreshProcess(
                took.get("millis").getAsDouble(), took.get("peakMegabytes").getAsDouble());
    }
}
