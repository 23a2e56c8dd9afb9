package io.edgepix.imaging.bytes;

/**
 * Finds the lowest set bit with a table. The JDK's own method is slow in code that only the first compiler (C1) has
 * compiled.
 */
public final class LowestBit {
    /** A de Bruijn sequence: each run of six bits occurs only once. */
    private static final long SEQUENCE = 0x03F7_9D71_B4CB_0A89L;

    private static final byte[] PLACES = new byte[Long.SIZE];

    static {
        for (byte place = 0; place < Long.SIZE; place++) {
            PLACES[(int) (((1L << place) * SEQUENCE) >>> 58)] = place;
        }
    }

    private LowestBit() {}

    /** Returns the index of the lowest set bit, 0 to 63; any index if no bit is set. */
    public static int of(long bits) {
        return PLACES[(int) (((bits & -bits) * SEQUENCE) >>> 58)];
    }
}
