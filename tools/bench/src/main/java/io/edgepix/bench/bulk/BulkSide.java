package io.edgepix.bench.bulk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.bench.edge.ProcessorSet;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.FreshProcess;
import io.edgepix.comparison.peer.PeerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A way to render all derivatives of an original, in a process of its own.
 *
 * @param operation the operation of the process
 */
record BulkSide(String name, PeerProcess process, String operation) implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final double NANOS_A_MILLISECOND = 1e6;

    /**
     * One rendering of all derivatives.
     *
     * @param processorMillis the time of all threads of the process
     */
    record Sample(double millis, double processorMillis, List<byte[]> derivatives) {}

    /** Starts one of edgepix's renderers. */
    static BulkSide edgepix(Setting setting, String name, boolean pinned) throws IOException {
        List<String> command = FreshProcess.java();
        command.addAll(List.of(RenderProcess.class.getName(), name));
        return new BulkSide(name, start(setting.root(), command, pinned), "render");
    }

    /** Starts sharp, on one thread. */
    static BulkSide sharp(Setting setting, String name, String operation, boolean pinned) throws IOException {
        return new BulkSide(name, start(setting.peer(), List.of("node", "render.mjs"), pinned), operation);
    }

    private static PeerProcess start(Path folder, List<String> command, boolean pinned) throws IOException {
        List<String> all = new ArrayList<>(pinned ? new ProcessorSet(1).holding(command.getFirst()) : command);
        if (pinned) {
            all.addAll(command.subList(1, command.size()));
        }
        return PeerProcess.start(folder, Map.of("UV_THREADPOOL_SIZE", "1"), all);
    }

    void hold(CaseOriginal original) throws IOException {
        JsonObject header = new JsonObject();
        header.addProperty("op", "hold");
        header.addProperty("name", original.name());
        process.ask(header, original.bytes());
    }

    Sample render(CaseOriginal original, Conversion conversion) throws IOException {
        PeerProcess.Reply reply = process.ask(conversion.question(operation, original.name()), NOTHING);
        JsonObject header = reply.header();
        List<byte[]> derivatives = new ArrayList<>();
        int from = 0;
        for (JsonElement length : header.getAsJsonArray("lengths")) {
            derivatives.add(Arrays.copyOfRange(reply.body(), from, from + length.getAsInt()));
            from += length.getAsInt();
        }
        return new Sample(millis(header, "nanos"), millis(header, "processorNanos"), derivatives);
    }

    private static double millis(JsonObject header, String nanos) {
        return header.get(nanos).getAsDouble() / NANOS_A_MILLISECOND;
    }

    @Override
    public void close() {
        process.close();
    }
}
