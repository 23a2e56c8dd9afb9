package io.edgepix.quality.mutants;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.comparison.peer.BoundedPeer;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.comparison.picture.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** sharp in a child, which decodes all pixels of what we answered, and takes no warning. Of one thread at a time. */
final class SecondDecoder implements AutoCloseable {
    /**
     * What it sees in a picture.
     *
     * @param complaint what it has against it, or empty
     * @param width of each frame; 0 where it has something against it
     * @param height of each frame; 0 where it has something against it
     * @param frames how many; 0 where it has something against it
     */
    record Seen(String complaint, int width, int height, int frames) {
        static final Seen NOTHING = new Seen("", 0, 0, 0);

        /** Of all frames together. */
        long pixels() {
            return (long) width * height * frames;
        }
    }

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

    /** Decodes a picture whole. */
    Seen look(byte[] picture) {
        JsonObject header = new JsonObject();
        header.addProperty("op", "decode");
        header.addProperty("slot", "mutant");
        try {
            JsonObject answer = child.ask(header, picture).header();
            JsonElement error = answer.get("error");
            return error == null
                    ? new Seen("", number(answer, "width"), number(answer, "height"), number(answer, "frames"))
                    : new Seen(error.getAsString().strip(), 0, 0, 0);
        } catch (IOException e) {
            return new Seen(String.valueOf(e.getMessage()), 0, 0, 0);
        }
    }

    /**
     * The first frame of a picture that it decodes.
     *
     * @throws IOException if it does not decode it
     */
    Pixels frame(byte[] picture) throws IOException {
        Seen seen = look(picture);
        if (!seen.complaint().isEmpty()) {
            throw new IOException(seen.complaint());
        }
        JsonObject header = new JsonObject();
        header.addProperty("op", "frame");
        header.addProperty("slot", "mutant");
        header.addProperty("index", 0);
        return new Pixels(
                seen.width(), seen.height(), 4, child.ask(header, new byte[0]).body());
    }

    private static int number(JsonObject answer, String name) {
        return answer.get(name).getAsInt();
    }

    @Override
    public void close() {
        child.close();
    }
}
