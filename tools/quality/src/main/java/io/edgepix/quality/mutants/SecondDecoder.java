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

/**
 * sharp in a child process. It decodes all pixels of our derivatives, and treats warnings as errors. Only one thread at
 * a time may use it.
 */
final class SecondDecoder implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /**
     * The properties of a decoded picture.
     *
     * @param complaint the error, or empty
     * @param width the width of each frame; 0 after an error
     * @param height the height of each frame; 0 after an error
     * @param frames the number of frames; 0 after an error
     */
    record Reading(String complaint, int width, int height, int frames) {
        static final Reading NOTHING = new Reading("", 0, 0, 0);

        /** Returns the pixels of all frames together. */
        long pixels() {
            return (long) width * height * frames;
        }
    }

    private final BoundedPeer child;

    /** Creates a decoder from the folder of peers, which starts with the first picture. */
    SecondDecoder(Path peer) {
        this.child = new BoundedPeer(
                () -> PeerProcess.start(
                        peer,
                        Map.of("UV_THREADPOOL_SIZE", "1"),
                        List.of("node", "conformance.mjs"),
                        ProcessBuilder.Redirect.DISCARD),
                LIMIT);
    }

    /** Decodes a complete picture. */
    Reading look(byte[] picture) {
        JsonObject header = new JsonObject();
        header.addProperty("op", "decode");
        header.addProperty("slot", "mutant");
        try {
            JsonObject answer = child.ask(header, picture).header();
            JsonElement error = answer.get("error");
            return error == null
                    ? new Reading("", number(answer, "width"), number(answer, "height"), number(answer, "frames"))
                    : new Reading(error.getAsString().strip(), 0, 0, 0);
        } catch (IOException e) {
            return new Reading(String.valueOf(e.getMessage()), 0, 0, 0);
        }
    }

    /**
     * Decodes the first frame of a picture.
     *
     * @throws IOException if sharp cannot decode it
     */
    Pixels frame(byte[] picture) throws IOException {
        Reading seen = look(picture);
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
