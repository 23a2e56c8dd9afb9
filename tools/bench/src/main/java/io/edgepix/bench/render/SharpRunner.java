package io.edgepix.bench.render;

import com.google.gson.JsonObject;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** sharp under Node.js. It also decodes all results, and writes originals in other formats. */
public final class SharpRunner extends PeerRunner {
    public static final String NAME = "sharp";

    private static final byte[] NOTHING = {};

    /**
     * The milliseconds of the two halves of one rendering.
     *
     * @param decode until the pixels of the derivative exist
     * @param encode from these pixels to the bytes of the derivative
     */
    record Halves(double decode, double encode) {}

    private SharpRunner(PeerProcess process) {
        super(NAME, process, EnumSet.allOf(Format.class));
    }

    /** Starts sharp from the folder of peers. */
    public static SharpRunner start(Path peer) throws IOException {
        return new SharpRunner(
                PeerProcess.start(peer, Map.of("UV_THREADPOOL_SIZE", "1"), List.of("node", "render.mjs")));
    }

    /** Reads an original from a file. */
    public CaseOriginal original(Path file) throws IOException {
        return original(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /** Returns the original with a name, bytes and pixels. */
    CaseOriginal original(String name, byte[] bytes) throws IOException {
        return new CaseOriginal(name, bytes, pixels(bytes));
    }

    /** Decodes a picture upright and in sRGB. */
    public Pixels pixels(byte[] picture) throws IOException {
        PeerProcess.Reply reply = ask(operation("pixels"), picture);
        JsonObject header = reply.header();
        return new Pixels(
                header.get("width").getAsInt(),
                header.get("height").getAsInt(),
                header.get("channels").getAsInt(),
                reply.body());
    }

    /**
     * Writes a different original from a photograph.
     *
     * @param kind {@code png}, {@code alpha-png}, {@code webp} or {@code jpeg}
     * @param width in pixels
     * @param height in pixels, or 0 if it follows from the width
     */
    public byte[] make(String kind, byte[] photograph, int width, int height) throws IOException {
        JsonObject header = operation("make");
        header.addProperty("kind", kind);
        header.addProperty("width", width);
        header.addProperty("height", height);
        return ask(header, photograph).body();
    }

    /** Renders the first box, and measures the time of both halves. */
    Halves halves(CaseOriginal original, Conversion conversion) throws IOException {
        JsonObject header =
                ask(conversion.question("halves", original.name()), NOTHING).header();
        return new Halves(millis(header, "decodeNanos"), millis(header, "encodeNanos"));
    }
}
