package io.edgepix.quality.worker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.comparison.peer.BoundedPeer;
import io.edgepix.comparison.peer.LostPeerException;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Our renderers in a child process with a heap of 512 MB. The process is replaced if a picture hangs or ends it. Only
 * one thread at a time may use it.
 */
public final class Worker implements AutoCloseable {
    /** The time limit of one rendering. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String NATIVE_FOLDER = "edgepix.native";
    private static final byte[] NOTHING = {};

    private final BoundedPeer child;

    private Worker(BoundedPeer child) {
        this.child = child;
    }

    /**
     * Creates a worker, which starts with the first job.
     *
     * @param folder the folder for the JVM's crash reports
     * @param errors the destination of the child's stderr
     */
    public static Worker in(Path folder, ProcessBuilder.Redirect errors) {
        return new Worker(new BoundedPeer(() -> PeerProcess.start(folder, Map.of(), command(folder), errors), LIMIT));
    }

    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        String natives = System.getProperty(NATIVE_FOLDER);
        if (natives != null) {
            command.add("-D" + NATIVE_FOLDER + "=" + natives);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RenderWorker.class.getName()));
        return command;
    }

    /**
     * Returns the formats that each renderer on this machine writes: {@code native} and {@code portable}, or only
     * {@code portable}.
     */
    public Map<String, Set<Format>> engines() throws IOException {
        JsonObject question = new JsonObject();
        question.addProperty("op", "engines");
        Map<String, Set<Format>> engines = new LinkedHashMap<>();
        child.ask(question, NOTHING).header().entrySet().forEach(entry -> {
            Set<Format> formats = EnumSet.noneOf(Format.class);
            for (JsonElement token : entry.getValue().getAsJsonArray()) {
                formats.add(Objects.requireNonNull(Format.ofToken(token.getAsString())));
            }
            engines.put(entry.getKey(), formats);
        });
        return engines;
    }

    /** Renders a picture, and always returns an outcome. */
    public RenderOutcome render(byte[] original, RenderJob job) throws IOException {
        try {
            PeerProcess.Reply reply = child.ask(job.json(), original);
            JsonObject said = reply.header();
            return new RenderOutcome(
                    RenderOutcome.Ending.ANSWERED,
                    said.get("status").getAsInt(),
                    said.get("said").getAsString(),
                    said.get("millis").getAsDouble(),
                    said.get("processorMillis").getAsDouble(),
                    said.get("peakHeap").getAsLong(),
                    said.get("peakResident").getAsLong(),
                    reply.body());
        } catch (LostPeerException e) {
            RenderOutcome.Ending ending = e.isHung() ? RenderOutcome.Ending.HUNG : RenderOutcome.Ending.CRASHED;
            return new RenderOutcome(ending, 0, String.valueOf(e.getMessage()), 0, 0, 0, 0, NOTHING);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
