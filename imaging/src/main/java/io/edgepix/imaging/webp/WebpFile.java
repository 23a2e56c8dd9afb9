package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A WebP in which all lengths are correct ("WebP Container Specification").
 *
 * <p>A file with wrong lengths is rebuilt from the chunks that exist. If the chunk of a picture is cut short, the
 * decoder finds out whether pixels are missing. In an animation, a frame that is cut short is left out, unless it is
 * the first one.
 */
public final class WebpFile {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    /** The length of an ANIM chunk in bytes. */
    private static final int ANIMATION = 6;

    private static final int MOST = 100_000;
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");
    private static final Set<String> KNOWN =
            Set.of("VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L", "EXIF", "XMP ");

    private final byte[] bytes;
    private final Chunks chunks;
    private final boolean cut;

    private WebpFile(byte[] bytes, Chunks chunks, boolean cut) {
        this.bytes = bytes;
        this.chunks = chunks;
        this.cut = cut;
    }

    /**
     * Reads the chunks. If the lengths are correct, bytes after the stated end of the file are ignored.
     *
     * @throws IOException if there is no picture
     */
    public static WebpFile read(byte[] webp) throws IOException {
        if (webp.length < FIRST_CHUNK + CHUNK_HEADER) {
            throw new IOException("Expected at least " + (FIRST_CHUNK + CHUNK_HEADER) + " bytes, got " + webp.length);
        }
        long end = CHUNK_HEADER + unsigned(webp, 4);
        if (end <= webp.length) {
            try {
                Chunks chunks = Chunks.ofRiff(webp, FIRST_CHUNK, (int) end);
                if (hasPicture(chunks.all())
                        && KNOWN.contains(chunks.all().getFirst().type())
                        && (!chunks.has("ANMF") || isSound(webp, chunks.all(), (int) end))) {
                    return new WebpFile(webp, chunks, false);
                }
            } catch (IOException e) {
                return repaired(webp);
            }
        }
        return repaired(webp);
    }

    /** Tells whether the chunks of an animation fill the file, and the length of each frame matches its picture. */
    private static boolean isSound(byte[] webp, List<Chunk> chunks, int end) {
        Chunk last = chunks.getLast();
        return last.body() + last.length() >= end - 1
                && chunks.stream()
                        .allMatch(
                                chunk -> KNOWN.contains(chunk.type()) && length(webp, chunk.start()) == chunk.length());
    }

    private static WebpFile repaired(byte[] webp) throws IOException {
        List<Chunk> found = walk(webp, FIRST_CHUNK);
        if (!hasPicture(found)) {
            int picture = picture(webp);
            found.removeIf(chunk -> chunk.body() + chunk.length() > picture);
            found.addAll(walk(webp, picture));
        }
        found.removeIf(chunk -> !isUsable(webp, chunk));
        boolean cut = isCutFrame(webp, found);
        if (cut) {
            found.removeLast();
        }
        byte[] whole = join(webp, found);
        return new WebpFile(whole, Chunks.ofRiff(whole, FIRST_CHUNK, whole.length), cut);
    }

    /** Lists the chunks up to the first one that is cut short. That one ends with the file. */
    private static List<Chunk> walk(byte[] webp, int start) {
        List<Chunk> found = new ArrayList<>();
        for (int at = start; at + CHUNK_HEADER <= webp.length && found.size() < MOST; ) {
            int body = at + CHUNK_HEADER;
            int there = length(webp, at);
            found.add(new Chunk(type(webp, at), at, body, there));
            at = next(webp, body + there, there);
        }
        return found;
    }

    /** Returns the length of a chunk's body. For a frame or metadata, it can differ from the stated length. */
    private static int length(byte[] webp, int at) {
        int body = at + CHUNK_HEADER;
        int there = (int) Math.min(unsigned(webp, at + 4), webp.length - body);
        return switch (type(webp, at)) {
            case "ANMF" -> frameLength(webp, body, there);
            case "ICCP", "EXIF", "XMP " -> metadataLength(webp, body, there);
            default -> there;
        };
    }

    /**
     * Returns the length of a frame: a header of 16 bytes, alpha if there is any, and the data of the picture. Decoders
     * also rely on the picture inside.
     */
    private static int frameLength(byte[] webp, int body, int there) {
        int end = body + there;
        long picture = (long) body + FRAME_HEADER;
        if (type(webp, (int) picture).equals("ALPH") && picture + CHUNK_HEADER <= webp.length) {
            long alpha = unsigned(webp, (int) picture + 4);
            picture += CHUNK_HEADER + alpha + (alpha & 1);
        }
        if (picture + CHUNK_HEADER > webp.length || !Set.of("VP8 ", "VP8L").contains(type(webp, (int) picture))) {
            return there;
        }
        long last = picture + CHUNK_HEADER + unsigned(webp, (int) picture + 4);
        if (last > webp.length || (end >= last && end <= last + (last - body & 1))) {
            return there;
        }
        boolean wrong = isBeforeKnown(webp, (int) last) || (end < last && !isBeforeChunk(webp, end));
        return wrong ? (int) last - body : there;
    }

    /** Returns the length of metadata. If no chunk begins at its stated end, it ends at the next known chunk. */
    private static int metadataLength(byte[] webp, int body, int there) {
        if (isBeforeChunk(webp, body + there)) {
            return there;
        }
        for (int at = body; at + CHUNK_HEADER <= webp.length; at++) {
            if (webp[at] >= 'A' && webp[at] <= 'X' && KNOWN.contains(type(webp, at))) {
                return at - body;
            }
        }
        return there;
    }

    /** Tells whether a known chunk begins here or after a byte of padding, or the file ends here. */
    private static boolean isBeforeKnown(byte[] webp, int end) {
        return end >= webp.length - 1 || KNOWN.contains(type(webp, end)) || KNOWN.contains(type(webp, end + 1));
    }

    private static boolean isBeforeChunk(byte[] webp, int end) {
        return isBeforeKnown(webp, end) || isChunk(webp, end) || isChunk(webp, end + 1);
    }

    /** Tells whether a type of printable letters is here, with a length that ends within the file. */
    private static boolean isChunk(byte[] webp, int at) {
        return at + CHUNK_HEADER <= webp.length
                && type(webp, at).chars().allMatch(letter -> letter >= ' ' && letter <= '~')
                && unsigned(webp, at + 4) <= webp.length - at - CHUNK_HEADER;
    }

    /**
     * Tells whether a chunk has a known type, and is either a picture or whole. Metadata with a wrong length is
     * dropped.
     */
    private static boolean isUsable(byte[] webp, Chunk chunk) {
        boolean whole = unsigned(webp, chunk.start() + 4) == chunk.length();
        return KNOWN.contains(chunk.type()) && (whole || PICTURES.contains(chunk.type()));
    }

    /** Returns the offset of the next chunk. Some writers leave out the byte of padding after an odd length. */
    private static int next(byte[] webp, int end, int length) {
        int padded = end + (length & 1);
        boolean unpadded = KNOWN.contains(type(webp, end)) && !KNOWN.contains(type(webp, padded));
        return unpadded ? end : padded;
    }

    /** Returns the offset of the picture in a file in which earlier lengths are wrong. */
    private static int picture(byte[] webp) throws IOException {
        for (int at = FIRST_CHUNK; at + CHUNK_HEADER < webp.length; at++) {
            if ((webp[at] == 'A' || webp[at] == 'V') && isPicture(webp, at)) {
                return at;
            }
        }
        throw new IOException("Expected a picture, got none");
    }

    private static boolean isPicture(byte[] webp, int at) {
        int body = at + CHUNK_HEADER;
        return switch (type(webp, at)) {
            case "VP8 " -> Bytes.has(webp, body + 3, "\u009D\1*");
            case "VP8L" -> Bytes.has(webp, body, "/");
            case "ALPH" -> unsigned(webp, at + 4) < webp.length - body;
            case "ANIM" -> unsigned(webp, at + 4) == ANIMATION;
            default -> false;
        };
    }

    /** Tells whether the data of the last frame's picture is cut short. False if it is the first frame. */
    private static boolean isCutFrame(byte[] webp, List<Chunk> found) {
        long frames =
                found.stream().filter(chunk -> chunk.type().equals("ANMF")).count();
        if (frames < 2 || !found.getLast().type().equals("ANMF")) {
            return false;
        }
        Chunk last = found.getLast();
        boolean whole = unsigned(webp, last.start() + 4) == last.length();
        return !whole && frameEnd(webp, last) > webp.length;
    }

    /** Returns the offset after the data of a frame's picture; beyond the file if there is no such data. */
    private static long frameEnd(byte[] webp, Chunk frame) {
        long at = (long) frame.body() + FRAME_HEADER;
        while (at + CHUNK_HEADER <= webp.length) {
            long end = at + CHUNK_HEADER + unsigned(webp, (int) at + 4);
            if (PICTURES.contains(type(webp, (int) at))) {
                return end;
            }
            at = end + (end - at & 1);
        }
        return Long.MAX_VALUE;
    }

    private static boolean hasPicture(List<Chunk> chunks) {
        return chunks.stream().anyMatch(chunk -> PICTURES.contains(chunk.type()));
    }

    private static byte[] join(byte[] webp, List<Chunk> chunks) {
        int length = FIRST_CHUNK;
        for (Chunk chunk : chunks) {
            length += CHUNK_HEADER + chunk.length() + (chunk.length() & 1);
        }
        byte[] whole = new byte[length];
        ByteBuffer joined = Bytes.little(whole);
        joined.put(webp, 0, FIRST_CHUNK).putInt(4, length - CHUNK_HEADER);
        for (Chunk chunk : chunks) {
            joined.put(webp, chunk.start(), 4).putInt(chunk.length()).put(webp, chunk.body(), chunk.length());
            joined.position(joined.position() + (chunk.length() & 1));
        }
        return whole;
    }

    /** Returns the four characters at an offset; fewer at the end of the file, which do not form a type. */
    private static String type(byte[] webp, int at) {
        int start = Math.min(at, webp.length);
        return new String(webp, start, Math.min(4, webp.length - start), StandardCharsets.ISO_8859_1);
    }

    private static long unsigned(byte[] webp, int at) {
        return Bytes.little32(webp, at) & 0xFFFF_FFFFL;
    }

    /** Returns the file with correct lengths. If the lengths were correct, this is the array that was read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the chunks of {@link #bytes}. */
    public Chunks chunks() {
        return chunks;
    }

    /** Tells whether the last frame was left out because its data is cut short. */
    boolean isCut() {
        return cut;
    }
}
