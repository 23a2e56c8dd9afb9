package io.edgepix.quality.damage;

/**
 * A header field that contains a size.
 *
 * @param at the offset of its first byte
 * @param bytes the number of bytes, 1 to 4
 * @param bigEndian whether the highest byte comes first
 */
record SizeField(int at, int bytes, boolean bigEndian) {
    static SizeField big(int at, int bytes) {
        return new SizeField(at, bytes, true);
    }

    static SizeField little(int at, int bytes) {
        return new SizeField(at, bytes, false);
    }

    /** Tells whether the field is within the bytes of a picture. */
    boolean fits(byte[] picture) {
        return at >= 0 && at + bytes <= picture.length;
    }

    /** Returns the unsigned value. */
    long get(byte[] picture) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (picture[at + i] & 0xFFL) << shift(i);
        }
        return value;
    }

    /** Sets the field to the lower bits of a value. */
    void set(byte[] picture, long value) {
        for (int i = 0; i < bytes; i++) {
            picture[at + i] = (byte) (value >>> shift(i));
        }
    }

    private int shift(int i) {
        return 8 * (bigEndian ? bytes - 1 - i : i);
    }
}
