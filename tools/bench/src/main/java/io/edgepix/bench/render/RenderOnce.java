package io.edgepix.bench.render;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.edgepix.bench.measurement.ProcessMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program of a fresh process. It renders one picture with one edgepix runner, and prints time and memory. */
final class RenderOnce {
    private RenderOnce() {}

    /** Renders once. Arguments: the runner's name, a file, a box, a format. */
    public static void main(String[] arguments) throws IOException {
        EdgepixRunner runner = Runners.edgepixRunner(arguments[0]);
        byte[] original = Files.readAllBytes(Path.of(arguments[1]));
        Conversion conversion = Conversion.parse(arguments[2], arguments[3]);
        Runner.Rendering rendering = runner.render(original, conversion);
        JsonObject took = new JsonObject();
        took.addProperty("millis", rendering.millis());
        took.addProperty("peakMegabytes", ProcessMemory.peak(ProcessHandle.current()));
        took.addProperty("bytes", rendering.derivatives().getFirst().length);
        System.out.println(new Gson().toJson(took));
    }
}
