package io.edgepix.imaging.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG or a RIFF file. Each has a type of four letters and a length. */
public final class Chunks {
    private static final int MOST = 100_000;

    /** The types of critical chunks in a PNG, except data and end. */
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE");

    /**
     * The length in bytes of a PNG's chunks of fixed length. Chunks of these types with a different length are ignored.
     */
    private static final Map<String, Integer> LENGTHS = Map.of("gAMA", 4, "cHRM", 32, "sRGB", 1, "cICP", 4, "acTL", 8);

    /**
     * A chunk.
     *
     * @param start the offset of the chunk
     * @param body the offset of the body
     * @param length the length of the body in bytes
     */
    public record Chunk(String type, int start, int body, int length) {}

    private final byte[] bytes;
    private final List<Chunk> all = new ArrayList<>();
    private final Set<String> types = new HashSet<>();

    private Chunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the relevant chunks of a PNG: the first chunk of each type before the data, all data, and EXIF anywhere.
     *
     * <p>As in browsers, damage is ignored if the picture is still whole:
     *
     * <ul>
     *   <li>wrong checksums of data or ancillary chunks
     *   <li>bytes after the data that are not chunks
     *   <li>a missing end
     * </ul>
     *
     * @throws IOException if a chunk before the data is cut short, or a critical chunk has a wrong checksum, occurs
     *     twice or has an unknown type
     */
    public static Chunks ofPng(byte[] png) throws IOException {
        Chunks chunks = new Chunks(png);
        boolean data = false;
        for (long next = 8; next + 8 <= png.length; ) {
            int at = (int) next;
            long length = Bytes.big32(png, at) & 0xFFFF_FFFFL;
            int left = png.length - at - 8;
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IDAT")) {
                data = true;
                chunks.add(at, at + 4, (int) Math.min(length, left), png.length);
            } else if (length + 4 > left) {
                chunks.checkIsBehind(data, at);
                break;
            } else if (!data || type.equals("eXIf")) {
                chunks.addOfPng(at, type, (int) length);
            }
            if (type.equals("IEND")) {
                chunks.add(at, at + 4, (int) length, png.length - 4);
                break;
            }
            next += 12 + length;
        }
        return chunks;
    }

    private void checkIsBehind(boolean data, int at) throws IOException {
        if (!data) {
            throw new IOException("Expected a whole chunk before the data, got one cut short at offset " + at);
        }
    }

    private void addOfPng(int at, String type, int length) throws IOException {
        boolean critical = Character.isUpperCase(type.charAt(0));
        CRC32 sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        boolean sound = (int) sum.getValue() == Bytes.big32(bytes, at + 8 + length);
        boolean first = !sound || types.add(type);
        if (critical && !(sound && first && CRITICAL.contains(type))) {
            throw new IOException("Expected one undamaged IHDR or PLTE, got chunk " + type + " at offset " + at);
        }
        if (sound && first && length == LENGTHS.getOrDefault(type, length)) {
            add(at, at + 4, length, bytes.length - 4);
        }
    }

    /**
     * Reads the chunks of a RIFF file between two offsets. A byte of padding follows a body of odd length.
     *
     * @throws IOException if a chunk is cut short, or there are more than {@value #MOST}
     */
    public static Chunks ofRiff(byte[] riff, int start, int end) throws IOException {
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
            throw new IOException("Expected at most " + MOST + " chunks that end by offset " + end + ", got chunk "
                    + all.size() + " of length " + length + " at offset " + start);
        }
        all.add(new Chunk(new String(bytes, type, 4, StandardCharsets.ISO_8859_1), start, body, length));
    }

    /** Returns all chunks that were read, in the order of the file. */
    public List<Chunk> all() {
        return all;
    }

    /** Returns all chunks of a type, in the order of the file. */
    public List<Chunk> all(String type) {
        return all.stream().filter(chunk -> chunk.type.equals(type)).toList();
    }

    /** Tells whether there is a chunk of a type. */
    public boolean has(String type) {
        return first(type).isPresent();
    }

    /** Returns the first chunk of a type. */
    public Optional<Chunk> first(String type) {
        return all.stream().filter(chunk -> chunk.type.equals(type)).findFirst();
    }

    /** Tells whether both types exist, and the first chunk of {@code one} comes before the first of {@code other}. */
    public boolean isBefore(String one, String other) {
        Optional<Chunk> first = first(one);
        return first.isPresent()
                && first(other)
                        .filter(second -> first.get().start < second.start)
                        .isPresent();
    }

    /** Returns the body of the first chunk of a type. */
    public Optional<byte[]> body(String type) {
        return first(type).map(chunk -> Arrays.copyOfRange(bytes, chunk.body, chunk.body + chunk.length));
    }
}
