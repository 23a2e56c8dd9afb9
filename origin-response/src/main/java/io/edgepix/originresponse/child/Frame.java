package io.edgepix.originresponse.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What goes over the socket, in both directions: the length of the JSON and the length of the body, each as four bytes
 * with the highest first, then the JSON in UTF-8, then the body as it is.
 */
public final class Frame {
    /** More than an event or an answer can have. */
    private static final int MAX_BYTES = 8 << 20;

    private static final byte[] NO_BODY = {};

    private final String json;
    private final byte[] body;

    /** A frame with a body. */
    public Frame(String json, byte[] body) {
        this.json = json;
        this.body = body;
    }

    /** A frame without one. */
    public Frame(String json) {
        this(json, NO_BODY);
    }

    /** The JSON text. */
    public String json() {
        return json;
    }

    /** Empty where there is none. */
    public byte[] body() {
        return body;
    }

    /**
     * Reads one; null where the other side is done.
     *
     * @throws IOException if the other side ends within a frame, or announces one that nobody would send
     */
    public static @Nullable Frame read(DataInputStream in) throws IOException {
        int highest = in.read();
        if (highest < 0) {
            return null;
        }
        int jsonLength = highest << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int bodyLength = in.readInt();
        return new Frame(new String(part(in, jsonLength), StandardCharsets.UTF_8), part(in, bodyLength));
    }

    private static byte[] part(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a part of " + Integer.toUnsignedString(length) + " bytes, over " + MAX_BYTES);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("only " + bytes.length + " of " + length + " bytes came");
        }
        return bytes;
    }

    /** Writes it, and flushes. */
    public void write(DataOutputStream out) throws IOException {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.writeInt(body.length);
        out.write(utf8);
        out.write(body);
        out.flush();
    }
}
