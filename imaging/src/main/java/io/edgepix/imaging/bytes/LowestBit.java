package io.edgepix.imaging.bytes;

/** Finds the lowest bit that is set, by a table: the JDK's own way is slow where its first compiler has the only say. */
public final class LowestBit {
    /** A de Bruijn sequence: each of its runs of six bits stands at one place only. */
    private static final long SEQUENCE = 0x03F7_9D71_B4CB_0A89L;

    private static final byte[] PLACES = new byte[Long.SIZE];

    static {
        for (byte place = 0; place < Long.SIZE; place++) {
            PLACES[(int) (((1L << place) * SEQUENCE) >>> 58)] = place;
        }
    }

    private LowestBit() {}

    /** Its place, 0 to 63; of no bits at all any of them. */
    public static int of(long bits) {
        return PLACES[(int) (((bits & -bits) * SEQUENCE) >>> 58)];
    }
}
