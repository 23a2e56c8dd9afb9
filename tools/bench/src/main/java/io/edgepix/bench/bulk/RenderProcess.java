package io.edgepix.bench.bulk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.Runner;
import io.edgepix.bench.render.Runners;
import io.edgepix.originresponse.child.Frame;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The program of a child process that renders with edgepix, as {@code render.mjs} does with sharp. */
final class RenderProcess {
    private static final byte[] NOTHING = {};

    private final EdgepixRunner runner;
    private final Map<String, byte[]> originals = new HashMap<>();
    private final ProcessorTime processor = new ProcessorTime();

    private RenderProcess(EdgepixRunner runner) {
        this.runner = runner;
    }

    /** Answers frames until stdin ends. Arguments: the runner's name. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        new RenderProcess(Runners.edgepixRunner(arguments[0]))
                .serve(
                        new DataInputStream(new BufferedInputStream(System.in)),
                        new DataOutputStream(new BufferedOutputStream(answers)));
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        for (Optional<Frame> frame = read(in); frame.isPresent(); frame = read(in)) {
            answer(frame.get()).write(out);
        }
    }

    private static Optional<Frame> read(DataInputStream in) throws IOException {
        return Frame.read(in, Integer.MAX_VALUE);
    }

    private Frame answer(Frame question) {
        JsonObject header = JsonParser.parseString(question.json()).getAsJsonObject();
        String name = header.get("name").getAsString();
        if (header.get("op").getAsString().equals("hold")) {
            originals.put(name, question.body());
            return new Frame("{}", NOTHING);
        }
        return rendered(Objects.requireNonNull(originals.get(name), name), Conversion.of(header));
    }

    private Frame rendered(byte[] original, Conversion conversion) {
        long used = processor.nanos();
        long start = System.nanoTime();
        Runner.Rendering rendering = runner.render(original, conversion);
        JsonObject header = new JsonObject();
        header.addProperty("nanos", System.nanoTime() - start);
        header.addProperty("processorNanos", processor.nanos() - used);
        JsonArray lengths = new JsonArray();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] derivative : rendering.derivatives()) {
            lengths.add(derivative.length);
            all.writeBytes(derivative);
        }
        header.add("lengths", lengths);
        return new Frame(header.toString(), all.toByteArray());
    }
}
