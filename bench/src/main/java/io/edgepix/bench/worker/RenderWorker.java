package io.edgepix.bench.worker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Config;
import io.edgepix.imaging.Limits;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.UnrenderableException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The program of the child: renders what comes by stdin, under the default limits, until there is no more. */
final class RenderWorker {
    static final String NATIVE = "native";
    static final String PORTABLE = "portable";

    private static final byte[] NOTHING = {};
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final Map<String, Renderer> renderers = new LinkedHashMap<>();
    private final DataInputStream in;
    private final DataOutputStream out;

    private RenderWorker(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
        Config config = Config.defaults();
        Limits limits = new Limits(config.maxBytes(), config.maxPixels());
        NativeRenderer.find(limits).ifPresent(renderer -> renderers.put(NATIVE, renderer));
        renderers.put(PORTABLE, new PortableRenderer(limits));
    }

    /** Answers until stdin ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        new RenderWorker(
                        new DataInputStream(new BufferedInputStream(System.in)),
                        new DataOutputStream(new BufferedOutputStream(answers)))
                .serve();
    }

    private void serve() throws IOException {
        for (; ; ) {
            int jsonLength;
            try {
                jsonLength = in.readInt();
            } catch (EOFException e) {
                return;
            }
            int bodyLength = in.readInt();
            String json = new String(in.readNBytes(jsonLength), StandardCharsets.UTF_8);
            byte[] body = in.readNBytes(bodyLength);
            JsonObject question = JsonParser.parseString(json).getAsJsonObject();
            if (question.get("op").getAsString().equals("engines")) {
                answer(engines(), NOTHING);
            } else {
                render(Job.of(question), body);
            }
        }
    }

    private JsonObject engines() {
        JsonArray names = new JsonArray();
        renderers.keySet().forEach(names::add);
        JsonObject answer = new JsonObject();
        answer.add("engines", names);
        return answer;
    }

    private void render(Job job, byte[] original) throws IOException {
        JsonObject answer = new JsonObject();
        byte[] derivative = NOTHING;
        long start = System.nanoTime();
        try {
            derivative = renderer(job).render(original, job.request());
            say(answer, 200, "");
        } catch (UnrenderableException e) {
            say(answer, e.reason().status(), e.sentence());
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            say(answer, 500, e.toString());
        }
        answer.addProperty("millis", (System.nanoTime() - start) / NANOS_A_MILLISECOND);
        answer.addProperty("peakHeap", peakHeap());
        answer(answer, derivative);
    }

    private Renderer renderer(Job job) {
        Renderer renderer = renderers.get(job.engine());
        if (renderer == null) {
            throw new IllegalArgumentException("no such renderer: " + job.engine());
        }
        return renderer;
    }

    private static void say(JsonObject answer, int status, String error) {
        answer.addProperty("status", status);
        answer.addProperty("said", error);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    private void answer(JsonObject header, byte[] body) throws IOException {
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(json.length);
        out.writeInt(body.length);
        out.write(json);
        out.write(body);
        out.flush();
    }
}
