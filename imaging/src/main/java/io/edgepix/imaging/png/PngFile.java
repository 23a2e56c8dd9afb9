package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Chunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a PNG chunk by chunk (PNG, third edition, section 5). */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BESIDE_THE_DATA = 2048;

    private final ByteArrayOutputStream bytes;

    /**
     * Starts a file.
     *
     * @param length the expected length of the data in bytes
     */
    PngFile(int length) {
        bytes = new ByteArrayOutputStream(length + BESIDE_THE_DATA);
        bytes.writeBytes(SIGNATURE);
    }

    /** Writes IHDR for a picture that is not interlaced. */
    PngFile header(int width, int height, int depth, int colourType) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colourType)
                        .array());
    }

    PngFile chunk(String type, byte[] body) {
        return chunk(type, body, List.of(new Chunk(type, 0, 0, body.length)));
    }

    /** Writes one chunk whose body is the joined bodies of chunks from another file. */
    PngFile chunk(String type, byte[] other, List<Chunk> chunks) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        big(chunks.stream().mapToInt(Chunk::length).sum());
        bytes.writeBytes(name);
        for (Chunk chunk : chunks) {
            bytes.write(other, chunk.body(), chunk.length());
            sum.update(other, chunk.body(), chunk.length());
        }
        big((int) sum.getValue());
        return this;
    }

    /** Writes IEND, and returns the file. */
    byte[] end() {
        chunk("IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private void big(int value) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
}
