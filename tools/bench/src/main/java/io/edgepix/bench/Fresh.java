package io.edgepix.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one picture takes in a process of its own.
 *
 * @param millis of the rendering alone, without what comes before it
 * @param megabytes at the peak, of the whole process
 */
record Fresh(double millis, double megabytes) {
    /** What the packaged function has by default. */
    private static final String HEAP = "-Xmx614m";

    private static final String NATIVE = "edgepix.native";

    /** Ours, with the flags of the packaged function but for its AOT cache. */
    static Fresh ours(OurEngine engine, Path file, String box, Format format) throws IOException {
        List<String> command = java();
        command.addAll(List.of(OnceRendered.class.getName(), engine.name(), file.toString(), box, format.token()));
        return run(command);
    }

    /** A command that runs a class of this program in a fresh JVM; the class is yet to be added. */
    static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        String folder = System.getProperty(NATIVE);
        if (folder != null) {
            command.add("-D" + NATIVE + "=" + folder);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** sharp's. */
    static Fresh sharp(Setting setting, Path file, String box, Format format) throws IOException {
        Wish wish = wish(box, format.token());
        Size size = wish.boxes().getFirst();
        return run(List.of(
                "node",
                setting.peer().resolve("once.mjs").toString(),
                file.toString(),
                Integer.toString(size.width()),
                Integer.toString(size.height()),
                format.token(),
                Integer.toString(wish.quality())));
    }

    static Wish wish(String box, String format) {
        return Wish.of(Objects.requireNonNull(Format.ofToken(format)), box);
    }

    private static Fresh run(List<String> command) throws IOException {
        JsonObject took = JsonParser.parseString(Child.output(command)).getAsJsonObject();
        return new Fresh(
                took.get("millis").getAsDouble(), took.get("peakMegabytes").getAsDouble());
    }
}
