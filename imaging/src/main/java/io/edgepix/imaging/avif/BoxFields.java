package io.edgepix.imaging.avif;

/** Reads the big-endian numbers of a box one by one. Throws {@link IndexOutOfBoundsException} at the end of the box. */
final class BoxFields {
    private final byte[] bytes;
    private final int end;
    private int at;

    BoxFields(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Reads the first four bytes of a full box: the version, then 24 bits of flags. */
    int versionAndFlags() {
        return (int) number(4);
    }

    /** Reads an unsigned number of 0 to 8 bytes; a number of 0 bytes is 0. */
    long number(int length) {
        if (length > end - at) {
            throw new IndexOutOfBoundsException(at);
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[at++] & 0xFF);
        }
        return number;
    }

    void skip(long length) {
        if (length > end - at) {
            throw new IndexOutOfBoundsException(at);
        }
        at += (int) length;
    }

    boolean hasMore() {
        return at < end;
    }
}
