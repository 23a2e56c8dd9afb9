package io.edgepix.imaging.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG or of a RIFF file: runs of bytes with a type of four letters and a length. */
public final class Chunks {
    private static final int MOST = 100_000;
    /** Of a PNG, besides its data and its end. */
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE");

    /** Where a chunk and its body begin, and how long the body is. */
    public record Chunk(String type, int start, int body, int length) {}

    /** Of a PNG's chunks of fixed length; others of their types are ignored. */
    private static final Map<String, Integer> LENGTHS = Map.of("gAMA", 4, "cHRM", 32, "sRGB", 1, "cICP", 4, "acTL", 8);

    private final byte[] bytes;
    private final List<Chunk> all = new ArrayList<>();
    private final Set<String> types = new HashSet<>();

    private Chunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the chunks of a PNG that count: the first ones before the data, all of the data, and EXIF wherever it stands.
     *
     * <p>Damage that leaves the picture whole is passed over, as browsers do: wrong sums of the data, ancillary chunks with
     * a wrong sum, bytes behind the data that are no chunks, a missing end.
     *
     * @throws IOException if the first chunk is not the header, or a chunk before the data is cut short, is a critical one with a
     *     wrong sum, is a critical one for the second time, or of an unknown kind and critical
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
            throw new IOException("A chunk before the data is cut short at offset " + at);
        }
    }

    private void addOfPng(int at, String type, int length) throws IOException {
        boolean critical = Character.isUpperCase(type.charAt(0));
        CRC32 sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        boolean sound = (int) sum.getValue() == Bytes.big32(bytes, at + 8 + length);
        boolean first = !sound || types.add(type);
        if (critical && !(sound && first && CRITICAL.contains(type))) {
            throw new IOException("Chunk " + type + " at offset " + at + " is damaged, unknown or there twice");
        }
        if (sound && first && length == LENGTHS.getOrDefault(type, length)) {
            add(at, at + 4, length, bytes.length - 4);
        }
    }

    /** Of a part of a RIFF file; chunks that begin on odd offsets are padded. */
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
            throw new IOException(
                    "Chunk " + all.size() + " of length " + length + " at offset " + start + " of " + end);
        }
        all.add(new Chunk(new String(bytes, type, 4, StandardCharsets.ISO_8859_1), start, body, length));
    }

    public List<Chunk> all() {
        return all;
    }

    /** All of a type. */
    public List<Chunk> all(String type) {
        return all.stream().filter(chunk -> chunk.type.equals(type)).toList();
    }

    /** The first of a type, or null. */
    @Nullable
    public Chunk first(String type) {
        for (Chunk chunk : all) {
            if (chunk.type.equals(type)) {
                return chunk;
            }
        }
        return null;
    }

    /** Whether both types are there, and the first of one stands before the first of another. */
    public boolean isBefore(String one, String other) {
        Chunk first = first(one);
        Chunk second = first(other);
        return first != null && second != null && first.start < second.start;
    }

    /** The body of the first of a type, or null. */
    public byte @Nullable [] body(String type) {
        Chunk chunk = first(type);
        return chunk == null ? null : Arrays.copyOfRange(bytes, chunk.body, chunk.body + chunk.length);
    }
}
