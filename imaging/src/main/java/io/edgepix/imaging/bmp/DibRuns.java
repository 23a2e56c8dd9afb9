package io.edgepix.imaging.bmp;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.EOFException;
import java.io.IOException;

/**
 * Unpacks a bitmap in RLE4, RLE8 or OS/2's RLE24. Rows and the picture can end early, and pixels can be skipped.
 * Missing pixels are black, as in Chromium.
 */
final class DibRuns {
    private static final int END_OF_LINE = 0;
    private static final int END = 1;
    private static final int DELTA = 2;

    private final byte[] file;
    private final DibHeader header;
    private final int[] palette;
    private final int[] pixels;
    private final BufferedImage image;
    private int at;
    private int x;
    private int y;

    private DibRuns(byte[] file, DibHeader header) {
        this.file = file;
        this.header = header;
        this.palette = header.palette();
        this.image = new BufferedImage(header.width, header.height, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.at = header.dataStart();
    }

    /**
     * Returns the picture.
     *
     * @param part whether the picture may end at the first error
     * @throws IOException if rows are missing or damaged, unless {@code part} is true and some pixels exist
     */
    static BufferedImage read(byte[] file, DibHeader header, boolean part) throws IOException {
        DibRuns runs = new DibRuns(file, header);
        try {
            runs.read();
        } catch (IOException e) {
            if (!part || (runs.x == 0 && runs.y == 0)) {
                throw e;
            }
        }
        return runs.image;
    }

    private void read() throws IOException {
        while (!isDone()) {
            int count = next();
            if (count > 0) {
                run(count);
                continue;
            }
            int code = next();
            switch (code) {
                case END -> {
                    return;
                }
                case END_OF_LINE -> {
                    x = 0;
                    y++;
                }
                case DELTA -> skip(next(), next());
                default -> literal(code);
            }
        }
    }

    /** Tells whether all pixels exist. The codes that end the last line and the picture may be missing. */
    private boolean isDone() {
        boolean past = y == header.height;
        return past || (at >= file.length - 1 && y == header.height - 1 && x == header.width);
    }

    private int next() throws EOFException {
        if (at >= file.length) {
            throw new EOFException("Expected " + header.height + " rows, got " + y);
        }
        return file[at++] & 0xFF;
    }

    private void skip(int right, int down) throws IOException {
        x += right;
        y += down;
        if (x > header.width || y >= header.height) {
            throw new IOException("Expected pixels inside the picture, got a skip to " + x + "," + y);
        }
    }

    private void run(int count) throws EOFException {
        int end = Math.min(x + count, header.width);
        switch (header.coding) {
            case RLE24 -> {
                int colour = colour();
                while (x < end) {
                    put(colour);
                }
            }
            case RLE4 -> {
                int both = next();
                for (int i = 0; x < end; i++) {
                    put(palette[i % 2 == 0 ? both >> 4 : both & 15]);
                }
            }
            default -> {
                int colour = palette[next()];
                while (x < end) {
                    put(colour);
                }
            }
        }
    }

    /** Reads pixels that are stored one by one, and skips the padding to an even number of bytes. */
    private void literal(int count) throws EOFException {
        int start = at;
        switch (header.coding) {
            case RLE24 -> {
                for (int i = 0; i < count; i++) {
                    put(colour());
                }
            }
            case RLE4 -> {
                for (int i = 0; i < count; i += 2) {
                    int both = next();
                    put(palette[both >> 4]);
                    if (i + 1 < count) {
                        put(palette[both & 15]);
                    }
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    put(palette[next()]);
                }
            }
        }
        at += (at - start) % 2;
    }

    private int colour() throws EOFException {
        return next() | next() << 8 | next() << 16;
    }

    /** Sets the next pixel. Pixels beyond the end of a row, which some writers store, are ignored. */
    private void put(int colour) {
        if (x == header.width) {
            return;
        }
        int row = header.topDown ? y : header.height - 1 - y;
        pixels[row * header.width + x] = colour;
        x++;
    }
}
