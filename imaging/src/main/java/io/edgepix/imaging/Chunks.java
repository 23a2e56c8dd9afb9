package io.edgepix.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG or of a RIFF file: runs of bytes with a type of four letters and a length. */
final class Chunks {
    private static final int MOST = 100_000;

    /** Where a chunk and its body begin, and how long the body is. */
    record Chunk(String type, int start, int body, int length) {}

    private final byte[] bytes;
    private final List<Chunk> all = new ArrayList<>();

    private Chunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a PNG, up to its end chunk. */
    static Chunks ofPng(byte[] png) throws IOException {
        Chunks chunks = new Chunks(png);
        int at = 8;
        while (chunks.all.isEmpty() || !chunks.all.getLast().type.equals("IEND")) {
            int length = at + 12 <= png.length ? Bytes.big32(png, at) : -1;
            chunks.add(at, at + 4, length, png.length - 4);
            at += 12 + length;
        }
        return chunks;
    }

    /** Of a part of a RIFF file; chunks that begin on odd offsets are padded. */
    static Chunks ofRiff(byte[] riff, int start, int end) throws IOException {
        Chunks chunks = new Chunks(riff);
        for (int at = start; at + 8 <= end; ) {
            int length = Bytes.little(riff).getInt(at + 4);
            chunks.add(at, at, length, end);
            at += 8 + length + (length & 1);
        }
        return chunks;
    }

    private void add(int start, int type, int length, int end) throws IOException {
        int body = start + 8;
        if (length < 0 || length > end - body || all.size() == MOST) {
            throw new IOException(
                    "Chunk " + all.size() + " of length " + length + " at offset " + start + " of " + end);
        }
        all.add(new Chunk(new String(bytes, type, 4, StandardCharsets.ISO_8859_1), start, body, length));
    }

    List<Chunk> all() {
        return all;
    }

    /** The first of a type, or null. */
    @Nullable
    Chunk first(String type) {
        for (Chunk chunk : all) {
            if (chunk.type.equals(type)) {
                return chunk;
            }
        }
        return null;
    }

    /** The body of the first of a type, or null. */
    byte @Nullable [] body(String type) {
        Chunk chunk = first(type);
        return chunk == null ? null : Arrays.copyOfRange(bytes, chunk.body, chunk.body + chunk.length);
    }
}
