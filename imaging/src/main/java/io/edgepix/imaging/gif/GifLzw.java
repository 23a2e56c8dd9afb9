package io.edgepix.imaging.gif;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks frames as specified in "Graphics Interchange Format, Version 89a", appendix F, "Variable-Length-Code LZW
 * Compression".
 *
 * <p>Unpacking stops at the last pixel. Everything after it, including the end code, may be missing or wrong. Not
 * thread-safe.
 */
public final class GifLzw {
    private static final int MOST_CODES = 4096;
    private static final int MOST_WIDTH = 12;
    private static final int MOST_CODE_SIZE = 8;

    /** Stands for no previous code. It is an {@code int}, since it is compared for each code. */
    private static final int NONE = -1;

    /** How the data of a frame ended. */
    public enum End {
        /** All pixels exist. */
        WHOLE,
        /** An end code comes before the last pixel. */
        STATED,
        /** The file ends before the last pixel. */
        CUT,
        /** A code is not in the table. */
        DAMAGED
    }

    /** Receives the rows of a frame in the order in which they are stored. */
    public interface Sink {
        /** Receives the colour indices of a row. The array is used again for the next row. */
        void row(int stored, byte[] indices);
    }

    private final short[] prefix = new short[MOST_CODES];
    private final byte[] last = new byte[MOST_CODES];
    private final byte[] first = new byte[MOST_CODES];
    private final short[] length = new short[MOST_CODES];
    private final byte[] string = new byte[MOST_CODES];

    private int size;
    private int clear;
    private int width;
    private int next;
    private int previous;
    private int bits;
    private int count;

    private @Nullable Sink sink;
    private byte[] row = {};
    private int x;
    private int y;
    private long missing;

    /** Tells whether all pixels of a frame exist. Adds up the lengths of the codes, and unpacks nothing. */
    boolean isWhole(GifFrame frame) {
        return run(frame, null) == End.WHOLE;
    }

    /** Unpacks the rows that exist. */
    public End decode(GifFrame frame, Sink rows) {
        return run(frame, rows);
    }

    private End run(GifFrame frame, @Nullable Sink rows) {
        byte[] gif = frame.file();
        size = gif[frame.data()] & 0xFF;
        sink = rows;
        missing = frame.pixels();
        row = new byte[rows == null ? 0 : frame.width()];
        x = 0;
        y = 0;
        if (size == 0 || size > MOST_CODE_SIZE) {
            return End.DAMAGED;
        }
        start();
        return blocks(gif, frame.data() + 1);
    }

    private void start() {
        clear = 1 << size;
        for (int code = 0; code < clear; code++) {
            last[code] = (byte) code;
            first[code] = (byte) code;
            length[code] = 1;
        }
        bits = 0;
        count = 0;
        reset();
    }

    private void reset() {
        next = clear + 2;
        width = size + 1;
        previous = NONE;
    }

    private End blocks(byte[] gif, int start) {
        int at = start;
        while (missing > 0) {
            int block = at < gif.length ? gif[at] & 0xFF : 0;
            if (block == 0) {
                return End.CUT;
            }
            Optional<End> end = block(gif, at + 1, Math.min(at + 1 + block, gif.length));
            if (end.isPresent()) {
                return end.get();
            }
            at += 1 + block;
        }
        return End.WHOLE;
    }

    /** Reads the codes of a block; empty if the frame continues in the next block. */
    private Optional<End> block(byte[] gif, int start, int end) {
        for (int at = start; at < end; at++) {
            bits |= (gif[at] & 0xFF) << count;
            count += 8;
            while (count >= width) {
                int code = bits & (1 << width) - 1;
                bits >>>= width;
                count -= width;
                if (code == clear) {
                    reset();
                } else if (code == clear + 1) {
                    return Optional.of(End.STATED);
                } else if (!take(code)) {
                    return Optional.of(End.DAMAGED);
                } else if (missing <= 0) {
                    return Optional.of(End.WHOLE);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Adds an entry to the table and writes the string of the given code. Returns false if the code is not in the
     * table.
     */
    private boolean take(int code) {
        if (previous == NONE ? code > clear : code > next) {
            return false;
        }
        if (previous != NONE && next < MOST_CODES) {
            prefix[next] = (short) previous;
            first[next] = first[previous];
            last[next] = first[code == next ? previous : code];
            length[next] = (short) (length[previous] + 1);
            next++;
            if (next == 1 << width && width < MOST_WIDTH) {
                width++;
            }
        }
        previous = code;
        put(code);
        return true;
    }

    private void put(int code) {
        int pixels = length[code];
        missing -= pixels;
        if (sink == null) {
            return;
        }
        if (pixels < row.length - x) {
            spell(code, row, x + pixels);
            x += pixels;
        } else {
            spell(code, string, pixels);
            putAcrossRows(sink, pixels);
        }
    }

    private void spell(int code, byte[] to, int end) {
        int at = end;
        int rest = code;
        for (int left = length[code]; left > 0; left--) {
            to[--at] = last[rest];
            rest = prefix[rest];
        }
    }

    private void putAcrossRows(Sink rows, int pixels) {
        int used = missing < 0 ? pixels + (int) missing : pixels;
        for (int at = 0; at < used; ) {
            int fits = Math.min(used - at, row.length - x);
            System.arraycopy(string, at, row, x, fits);
            at += fits;
            x += fits;
            if (x == row.length) {
                rows.row(y, row);
                y++;
                x = 0;
            }
        }
    }
}
