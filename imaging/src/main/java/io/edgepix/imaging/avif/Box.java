package io.edgepix.imaging.avif;

import java.util.Arrays;

/** A box of an ISO base media file (ISO/IEC 14496-12, section 4.2), and where it lies in the file. */
final class Box {
    private final byte[] file;
    private final String type;
    private final int start;
    private final int body;
    private final int end;

    Box(byte[] file, String type, int start, int body, int end) {
        this.file = file;
        this.type = type;
        this.start = start;
        this.body = body;
        this.end = end;
    }

    String type() {
        return type;
    }

    int start() {
        return start;
    }

    /** Where what follows length and type begins. */
    int body() {
        return body;
    }

    int end() {
        return end;
    }

    byte[] content() {
        return Arrays.copyOfRange(file, body, end);
    }

    byte[] whole() {
        return Arrays.copyOfRange(file, start, end);
    }

    /** Returns the boxes inside, which begin at an offset within the body. */
    Boxes inside(int from) {
        return Boxes.in(file, Math.min(body + from, end), end);
    }

    /** Its body as numbers. */
    BoxFields fields() {
        return new BoxFields(file, body, end);
    }
}
