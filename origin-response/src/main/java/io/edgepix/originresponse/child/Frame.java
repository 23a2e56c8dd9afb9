package io.edgepix.originresponse.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message between processes. It consists of the length of the JSON and the length of the body, each as four bytes in
 * big-endian order, then the JSON in UTF-8, then the unchanged body. {@code frames.mjs} does the same under Node.js.
 */
public final class Frame {
    /** Larger than the JSON or the body of any event or response. */
    private static final int MAX_BYTES = 8 << 20;

    private static final byte[] NO_BODY = {};

    private final String json;
    private final byte[] body;

    /** Creates a frame with a body. */
    public Frame(String json, byte[] body) {
        this.json = json;
        this.body = body;
    }

    /** Creates a frame without a body. */
    public Frame(String json) {
        this(json, NO_BODY);
    }

    /** Returns the JSON text. */
    public String json() {
        return json;
    }

    /** Returns the body; empty if there is none. */
    public byte[] body() {
        return body;
    }

    /**
     * Reads an event or a response; returns empty if the stream ends before it.
     *
     * @throws IOException if the stream ends within the frame, or a part is longer than {@value #MAX_BYTES} bytes
     */
    public static Optional<Frame> read(DataInputStream in) throws IOException {
        return read(in, MAX_BYTES);
    }

    /**
     * Reads a frame; returns empty if the stream ends before it.
     *
     * @param maxBytes the maximum length of the JSON, and of the body
     * @throws IOException if the stream ends within the frame, or a part is longer
     */
    public static Optional<Frame> read(DataInputStream in, int maxBytes) throws IOException {
        int highest = in.read();
        if (highest < 0) {
            return Optional.empty();
        }
        int jsonLength = highest << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int bodyLength = in.readInt();
        String json = new String(part(in, jsonLength, maxBytes), StandardCharsets.UTF_8);
        return Optional.of(new Frame(json, part(in, bodyLength, maxBytes)));
    }

    private static byte[] part(DataInputStream in, int length, int maxBytes) throws IOException {
        if (length < 0 || length > maxBytes) {
            throw new IOException(
                    "expected a part of at most " + maxBytes + " bytes, got " + Integer.toUnsignedString(length));
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("expected " + length + " bytes, got " + bytes.length);
        }
        return bytes;
    }

    /** Writes the frame and flushes. */
    public void write(DataOutputStream out) throws IOException {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.writeInt(body.length);
        out.write(utf8);
        out.write(body);
        out.flush();
    }
}
