package io.edgepix.bench.render;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A resizer in its own process, which measures its own time. */
class PeerRunner implements Runner {
    private static final byte[] NOTHING = {};
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final String name;
    private final PeerProcess process;
    private final Set<Format> writes;

    PeerRunner(String name, PeerProcess process, Set<Format> writes) {
        this.name = name;
        this.process = process;
        this.writes = writes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Format> writes() {
        return writes;
    }

    /** Returns the version that the peer reports. */
    String version() throws IOException {
        return ask(operation("version"), NOTHING).header().get("version").getAsString();
    }

    @Override
    public void hold(CaseOriginal original) throws IOException {
        JsonObject header = operation("hold");
        header.addProperty("name", original.name());
        ask(header, original.bytes());
    }

    @Override
    public Rendering render(CaseOriginal original, Conversion conversion) throws IOException {
        PeerProcess.Reply reply = ask(conversion.question("render", original.name()), NOTHING);
        List<byte[]> derivatives = new ArrayList<>();
        int from = 0;
        for (JsonElement length : reply.header().getAsJsonArray("lengths")) {
            int to = from + length.getAsInt();
            derivatives.add(Arrays.copyOfRange(reply.body(), from, to));
            from = to;
        }
        return new Rendering(millis(reply.header(), "nanos"), derivatives);
    }

    static double millis(JsonObject header, String nanos) {
        return header.get(nanos).getAsLong() / NANOS_A_MILLISECOND;
    }

    static JsonObject operation(String name) {
        JsonObject header = new JsonObject();
        header.addProperty("op", name);
        return header;
    }

    PeerProcess.Reply ask(JsonObject header, byte[] body) throws IOException {
        return process.ask(header, body);
    }

    @Override
    public void close() {
        process.close();
    }
}
