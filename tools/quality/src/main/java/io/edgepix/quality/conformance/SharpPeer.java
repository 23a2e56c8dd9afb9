package io.edgepix.quality.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.comparison.peer.BoundedPeer;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.configuration.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * sharp in a child process, with our limit of pixels. It decodes the derivatives of both sides. Only one thread at a
 * time may use it.
 */
final class SharpPeer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MAX_PIXELS = ConfigReader.defaults().limits().maxPixels();
    private static final byte[] NOTHING = {};

    /** The properties of an original. */
    record Description(int width, int height, int frames) {}

    /** A derivative, and the milliseconds of its rendering. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rendering(double millis, byte[] derivative) {}

    private final BoundedPeer child;
    private final boolean fast;

    /**
     * Creates a peer, which starts with the first request.
     *
     * @param peer the folder of peers
     * @param fast whether it shrinks while it decodes, as is its default, which is less accurate
     */
    SharpPeer(Path peer, boolean fast) {
        this.fast = fast;
        this.child = new BoundedPeer(
                () -> PeerProcess.start(
                        peer,
                        Map.of("UV_THREADPOOL_SIZE", "1"),
                        List.of("node", "conformance.mjs"),
                        ProcessBuilder.Redirect.DISCARD),
                LIMIT);
    }

    /**
     * Reads the header of an original.
     *
     * @throws IOException if sharp cannot read it
     */
    Description describe(byte[] original) throws IOException {
        JsonObject header = ask(limited("describe"), original).header();
        return new Description(
                header.get("width").getAsInt(),
                header.get("height").getAsInt(),
                header.get("frames").getAsInt());
    }

    /**
     * Renders a derivative within the box of a case.
     *
     * @throws IOException if sharp does not render it
     */
    Rendering within(byte[] original, Case variant, boolean animated) throws IOException {
        JsonObject header = rendering(variant, variant.width(), variant.height(), animated);
        header.addProperty("stretched", false);
        return render(header, original);
    }

    /** Renders a derivative of exactly these dimensions. */
    Rendering stretched(byte[] original, Case variant, int width, int height, boolean animated) throws IOException {
        JsonObject header = rendering(variant, width, height, animated);
        header.addProperty("stretched", true);
        return render(header, original);
    }

    private JsonObject rendering(Case variant, int width, int height, boolean animated) {
        JsonObject header = limited("render");
        header.addProperty("width", width);
        header.addProperty("height", height);
        header.addProperty("animated", animated);
        header.addProperty("fast", fast);
        header.addProperty("format", variant.format().token());
        header.addProperty("quality", variant.quality());
        return header;
    }

    private Rendering render(JsonObject header, byte[] original) throws IOException {
        PeerProcess.Reply reply = ask(header, original);
        return new Rendering(reply.header().get("millis").getAsDouble(), reply.body());
    }

    /**
     * Decodes a derivative, and stores its frames until the next derivative in the same slot.
     *
     * @throws IOException if the picture is incomplete
     */
    DecodedInfo decode(String slot, byte[] derivative) throws IOException {
        JsonObject header = operation("decode");
        header.addProperty("slot", slot);
        JsonObject said = ask(header, derivative).header();
        return new DecodedInfo(
                said.get("width").getAsInt(),
                said.get("height").getAsInt(),
                said.get("frames").getAsInt(),
                numbers(said.getAsJsonArray("delays")),
                said.get("loop").getAsInt());
    }

    /** Returns one frame in a slot, with alpha. */
    Pixels frame(String slot, DecodedInfo decoded, int index) throws IOException {
        JsonObject header = operation("frame");
        header.addProperty("slot", slot);
        header.addProperty("index", index);
        return new Pixels(
                decoded.width(), decoded.height(), 4, ask(header, NOTHING).body());
    }

    /**
     * Encodes a picture of the right size in the format of a case.
     *
     * @throws IOException if sharp does not render it
     */
    byte[] encode(Pixels picture, Case variant) throws IOException {
        JsonObject header = operation("encode");
        header.addProperty("width", picture.width());
        header.addProperty("height", picture.height());
        header.addProperty("format", variant.format().token());
        header.addProperty("quality", variant.quality());
        return ask(header, picture.samples()).body();
    }

    /** Returns its version, such as {@code sharp 0.35.0 (libvips 8.18.0)}. */
    String version() throws IOException {
        JsonObject said = ask(operation("versions"), NOTHING).header();
        return "sharp " + said.get("sharp").getAsString() + " (libvips "
                + said.get("vips").getAsString() + ")";
    }

    private static List<Integer> numbers(JsonArray array) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonElement each : array) {
            numbers.add(each.getAsInt());
        }
        return numbers;
    }

    private static JsonObject operation(String name) {
        JsonObject header = new JsonObject();
        header.addProperty("op", name);
        return header;
    }

    private static JsonObject limited(String operation) {
        JsonObject header = operation(operation);
        header.addProperty("maxPixels", MAX_PIXELS);
        return header;
    }

    private PeerProcess.Reply ask(JsonObject header, byte[] body) throws IOException {
        PeerProcess.Reply reply = child.ask(header, body);
        JsonElement error = reply.header().get("error");
        if (error != null) {
            throw new IOException(error.getAsString().strip().replace('\n', ' '));
        }
        return reply;
    }

    @Override
    public void close() {
        child.close();
    }
}
