package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Compresses the rows of a damaged PNG again. The result has correct checksums and no data after the rows.
 * Decompression stops after the number of rows that the header states.
 */
final class PngEnd {
    private static final int GREY = 0x80;
    private static final int MOST_FILTER = 4;
    private static final int BUFFER = 1 << 15;
    /** How often a damaged PNG is decompressed in total: twice before, once here with compression, and once after. */
    private static final int ATTEMPTS = 5;

    /**
     * How often Java's reader decodes a PNG without its checksum. Native code runs before it, and takes a small part of
     * the estimate.
     */
    private static final int ATTEMPTS_WITHOUT_SUM = 2;

    private static final int ZLIB_HEADER = 2;
    private static final int SUM = 4;
    private static final int DEFLATE = 8;
    private static final int DICTIONARY = 0x20;

    private final byte[] png;
    private final PngHeader header;
    private final Chunks chunks;
    private final byte[] data;

    PngEnd(byte[] png, PngHeader header, Chunks chunks) {
        this.png = png;
        this.header = header;
        this.chunks = chunks;
        this.data = data(png, chunks);
    }

    private static byte[] data(byte[] png, Chunks chunks) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        chunks.all("IDAT").forEach(chunk -> data.write(png, chunk.body(), chunk.length()));
        return data.toByteArray();
    }

    /**
     * Returns the PNG without its damage.
     *
     * @throws IOException if rows are missing, or decoding would take too long
     */
    byte[] whole() throws IOException {
        if (!isCheap()) {
            throw new IOException("Decoding " + ATTEMPTS + " times would take too long");
        }
        return packed(false);
    }

    /** Returns the PNG without the checksum that ends its data; empty if decoding it again would take too long. */
    Optional<byte[]> withoutSum() {
        boolean cheap = ATTEMPTS_WITHOUT_SUM * PngCost.nanos(header, chunks.has("tRNS")) <= Cost.most(png.length);
        return cheap && data.length > ZLIB_HEADER + SUM
                ? Optional.of(with(Arrays.copyOf(data, data.length - SUM)))
                : Optional.empty();
    }

    /**
     * Returns the PNG with the rows that exist. Missing rows are grey, or transparent if the PNG has alpha. Returns the
     * original bytes if too few of them can be read.
     */
    static byte[] of(byte[] png, Limits limits) {
        try {
            PngEnd end = new PngEnd(png, PngHeader.read(png), Chunks.ofPng(png));
            boolean small = end.isCheap() && (long) end.header.width() * end.header.height() <= limits.maxPixels();
            return small ? end.packed(true) : end.with(new byte[0]);
        } catch (IOException e) {
            return png;
        }
    }

    private boolean isCheap() {
        return header.width() > 0
                && header.height() > 0
                && ATTEMPTS * PngCost.nanos(header, true) <= Cost.most(png.length);
    }

    private byte[] packed(boolean lenient) throws IOException {
        checkZlibHeader();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteArrayInputStream deflated = new ByteArrayInputStream(data, ZLIB_HEADER, data.length - ZLIB_HEADER);
        // Skips zlib's header and checksum: some headers state a window that is too small, and some checksums are
        // wrong.
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                Inflater inflater = new Inflater(true);
                InputStream in = new InflaterInputStream(deflated, inflater, BUFFER)) {
            DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER);
            if (copy(in, out) < (lenient ? 1 : rows())) {
                throw new EOFException("Rows are missing, or their filter types are unknown");
            }
            out.finish();
        }
        return with(packed.toByteArray());
    }

    private void checkZlibHeader() throws IOException {
        boolean valid = data.length >= ZLIB_HEADER
                && (data[0] & 0xF) == DEFLATE
                && Bytes.big16(data, 0) % 31 == 0
                && (data[1] & DICTIONARY) == 0;
        if (!valid) {
            throw new IOException("Expected a zlib stream in IDAT");
        }
    }

    private long rows() {
        return PngPass.of(header).stream().mapToLong(PngPass::rows).sum();
    }

    /** Copies all rows, and returns the number of rows that exist. Blank rows replace missing ones. */
    private long copy(InputStream in, DeflaterOutputStream out) throws IOException {
        long came = 0;
        boolean more = true;
        for (PngPass pass : PngPass.of(header)) {
            byte[] row = new byte[pass.rowBytes()];
            for (int y = 0; y < pass.rows(); y++) {
                more = more && copy(in, row);
                if (more) {
                    came++;
                } else {
                    missing(row);
                }
                out.write(row);
            }
        }
        return came;
    }

    /** Reads a row. Returns false if it is cut short, or its filter type is invalid. */
    private static boolean copy(InputStream in, byte[] row) throws IOException {
        try {
            return in.readNBytes(row, 0, row.length) == row.length && row[0] >= 0 && row[0] <= MOST_FILTER;
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    private void missing(byte[] row) {
        int blank = header.hasPalette() || header.hasAlpha() ? 0 : GREY;
        Arrays.fill(row, (byte) blank);
        row[0] = 0;
    }

    /** Returns the PNG with the given data. The chunks before the data stay, since they describe the colours. */
    private byte[] with(byte[] packed) {
        PngFile whole = new PngFile(packed.length);
        for (Chunk chunk : chunks.all()) {
            if (!chunk.type().equals("IDAT") && !chunk.type().equals("IEND")) {
                whole.chunk(chunk.type(), png, List.of(chunk));
            }
        }
        return whole.chunk("IDAT", packed).end();
    }
}
