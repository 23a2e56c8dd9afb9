package io.edgepix.bench.mutants;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.bench.peer.BoundedPeer;
import io.edgepix.bench.peer.PeerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** sharp in a child, which decodes all pixels of what we answered, and takes no warning. Of one thread at a time. */
final class SecondDecoder implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BoundedPeer child;

    /** One that is yet to be started, from the folder of peers. */
    SecondDecoder(Path peer) {
        this.child = new BoundedPeer(
                () -> PeerProcess.start(
                        peer,
                        Map.of("UV_THREADPOOL_SIZE", "1"),
                        List.of("node", "conformance.mjs"),
                        ProcessBuilder.Redirect.DISCARD),
                LIMIT);
    }

    /** What it has against a picture, or empty. */
    String complaint(byte[] picture) {
        JsonObject header = new JsonObject();
        header.addProperty("op", "decode");
        header.addProperty("slot", "mutant");
        try {
            JsonElement error = child.ask(header, picture).header().get("error");
            return error == null ? "" : error.getAsString().strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
