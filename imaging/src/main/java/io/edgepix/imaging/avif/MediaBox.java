package io.edgepix.imaging.avif;

import java.util.Arrays;

/** A box of an ISO base media file (ISO/IEC 14496-12, section 4.2), and its position in the file. */
final class MediaBox {
    private final byte[] file;
    private final String type;
    private final int start;
    private final int body;
    private final int end;

    MediaBox(byte[] file, String type, int start, int body, int end) {
        this.file = file;
        this.type = type;
        this.start = start;
        this.body = body;
        this.end = end;
    }

    /** Returns the file that contains the box. */
    byte[] file() {
        return file;
    }

    /** Returns the four characters of the type. */
    String type() {
        return type;
    }

    /** Returns the offset of the box in the file. */
    int start() {
        return start;
    }

    /** Returns the offset of the body, which follows the length and the type. */
    int body() {
        return body;
    }

    /** Returns the offset after the last byte. */
    int end() {
        return end;
    }

    /** Returns a copy of the body. */
    byte[] content() {
        return Arrays.copyOfRange(file, body, end);
    }

    /** Returns a copy of the whole box, header included. */
    byte[] whole() {
        return Arrays.copyOfRange(file, start, end);
    }

    /** Returns a reader of the numbers in the body. */
    BoxFields fields() {
        return new BoxFields(file, body, end);
    }
}
