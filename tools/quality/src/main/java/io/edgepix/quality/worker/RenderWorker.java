package io.edgepix.quality.worker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OriginalLimits;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.originresponse.child.Frame;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The program of the child process. It renders jobs from stdin with the default limits, until stdin ends. */
final class RenderWorker {
    static final String NATIVE = "native";
    static final String PORTABLE = "portable";

    private static final byte[] NOTHING = {};
    private static final int USER_TICKS_OF_CHILDREN = 13;
    private static final long NANOS_A_TICK = 10_000_000;
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final Map<String, Renderer> strict;
    private final Map<String, Renderer> lenient;
    private final DataInputStream in;
    private final DataOutputStream out;

    private RenderWorker(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
        this.strict = renderers(false);
        this.lenient = renderers(true);
    }

    private static Map<String, Renderer> renderers(boolean lenient) {
        OriginalLimits defaults = ConfigReader.defaults().limits();
        Limits limits = new Limits(defaults.maxBytes(), defaults.maxPixels(), defaults.maxFrames(), lenient);
        Map<String, Renderer> renderers = new LinkedHashMap<>();
        NativeRenderer.find(limits).ifPresent(renderer -> renderers.put(NATIVE, renderer));
        renderers.put(PORTABLE, new PortableRenderer(limits));
        return renderers;
    }

    /** Answers jobs until stdin ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        new RenderWorker(
                        new DataInputStream(new BufferedInputStream(System.in)),
                        new DataOutputStream(new BufferedOutputStream(answers)))
                .serve();
    }

    private void serve() throws IOException {
        for (Optional<Frame> frame = read(); frame.isPresent(); frame = read()) {
            JsonObject question = JsonParser.parseString(frame.get().json()).getAsJsonObject();
            if (question.get("op").getAsString().equals("engines")) {
                answer(engines(), NOTHING);
            } else {
                render(RenderJob.of(question), frame.get().body());
            }
        }
    }

    private Optional<Frame> read() throws IOException {
        return Frame.read(in, Integer.MAX_VALUE);
    }

    private JsonObject engines() {
        JsonObject answer = new JsonObject();
        strict.forEach((name, renderer) -> {
            JsonArray formats = new JsonArray();
            renderer.writes().forEach(format -> formats.add(format.token()));
            answer.add(name, formats);
        });
        return answer;
    }

    private void render(RenderJob job, byte[] original) throws IOException {
        JsonObject answer = new JsonObject();
        byte[] derivative = NOTHING;
        long start = System.nanoTime();
        long used = processorNanos();
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
        answer.addProperty("processorMillis", (processorNanos() - used) / NANOS_A_MILLISECOND);
        answer.addProperty("peakHeap", peakHeap());
        answer.addProperty("peakResident", peakResident());
        answer(answer, derivative);
    }

    private Renderer renderer(RenderJob job) {
        Renderer renderer = (job.lenient() ? lenient : strict).get(job.engine());
        if (renderer == null) {
            throw new IllegalArgumentException("expected native or portable, got " + job.engine());
        }
        return renderer;
    }

    private static void say(JsonObject answer, int status, String error) {
        answer.addProperty("status", status);
        answer.addProperty("said", error);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() + childrenNanos();
    }

    /**
     * Returns the processor time of ended processes that drew SVGs, if the system reports it: proc(5), cutime and
     * cstime.
     */
    private static long childrenNanos() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER_TICKS_OF_CHILDREN]) + Long.parseLong(fields[USER_TICKS_OF_CHILDREN + 1]))
                    * NANOS_A_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    /** Returns the peak of the resident bytes of the process, or 0 if the system does not report it. */
    private static long peakResident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private void answer(JsonObject header, byte[] body) throws IOException {
        new Frame(header.toString(), body).write(out);
    }
}
