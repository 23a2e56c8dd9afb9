package io.edgepix.imaging.colour;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** Joins an ICC profile from the segments of a JPEG. The segments may be in any order (ICC.1:2022, annex B.4). */
public final class ProfileParts {
    private final TreeMap<Integer, byte[]> bodies = new TreeMap<>();
    private int count;
    private int length;
    private boolean contradictory;

    /** Adds the part between two offsets. It begins with its number, counted from 1, and the number of parts. */
    public void add(byte[] jpeg, int at, int end) {
        int stated = jpeg[at + 1] & 0xFF;
        byte[] body = Arrays.copyOfRange(jpeg, at + 2, end);
        contradictory |= !bodies.isEmpty() && stated != count;
        contradictory |= bodies.put(jpeg[at] & 0xFF, body) != null;
        count = stated;
        length += body.length;
    }

    /** Returns the whole profile; empty if there are no parts, or parts are missing or contradict each other. */
    public Optional<byte[]> joined() {
        boolean whole = !contradictory && !bodies.isEmpty() && bodies.firstKey() == 1 && bodies.size() == count;
        if (!whole || bodies.lastKey() != count || length > IccHeader.MOST) {
            return Optional.empty();
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream(length);
        bodies.values().forEach(profile::writeBytes);
        return Optional.of(profile.toByteArray());
    }
}
