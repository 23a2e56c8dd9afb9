package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes in a part of an ISO base media file (ISO/IEC 14496-12), up to the first box that extends beyond that part.
 */
public final class MediaBoxes {
    private static final int MOST = 10_000;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private final List<MediaBox> all = new ArrayList<>();

    private MediaBoxes() {}

    /** Lists at most {@value #MOST} boxes between two offsets of a file. */
    static MediaBoxes in(byte[] bytes, int from, int to) {
        MediaBoxes boxes = new MediaBoxes();
        for (int at = from;
                at + HEADER <= to && boxes.all.size() < MOST;
                at = boxes.all.getLast().end()) {
            Optional<MediaBox> box = box(bytes, at, to);
            if (box.isEmpty()) {
                break;
            }
            boxes.all.add(box.get());
        }
        return boxes;
    }

    /** Lists the boxes inside a box. The first one begins at the given offset in the body. */
    static MediaBoxes inside(MediaBox box, int from) {
        return in(box.file(), Math.min(box.body() + from, box.end()), box.end());
    }

    /** Returns the box at an offset; empty if it extends beyond the given end. */
    private static Optional<MediaBox> box(byte[] bytes, int at, int to) {
        long length = Bytes.big32(bytes, at) & 0xFFFF_FFFFL;
        int header = HEADER;
        if (length == 1 && at + LONG_HEADER <= to) {
            length = ByteBuffer.wrap(bytes).getLong(at + 8);
            header = LONG_HEADER;
        } else if (length == 0) {
            length = (long) to - at;
        }
        String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
        return length < header || length > (long) to - at
                ? Optional.empty()
                : Optional.of(new MediaBox(bytes, type, at, at + header, at + (int) length));
    }

    /** Returns the bytes of a new box. */
    public static byte[] box(String type, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(body)
                .array();
    }

    List<MediaBox> all() {
        return all;
    }

    List<MediaBox> all(String type) {
        return all.stream().filter(box -> box.type().equals(type)).toList();
    }

    Optional<MediaBox> first(String type) {
        return all.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** Returns the first box of a type. Throws {@link IndexOutOfBoundsException} if there is none. */
    MediaBox required(String type) {
        return first(type).orElseThrow(() -> new IndexOutOfBoundsException("Expected a box " + type + ", got none"));
    }
}
