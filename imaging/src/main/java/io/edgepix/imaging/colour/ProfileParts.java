package io.edgepix.imaging.colour;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG over which a profile is spread, in any order: ICC.1:2022, annex B.4. */
public final class ProfileParts {
    private final TreeMap<Integer, byte[]> bodies = new TreeMap<>();
    private int count;
    private int length;
    private boolean contradictory;

    /** A part begins with its number, from 1, and the number of all. */
    public void add(byte[] jpeg, int at, int end) {
        int stated = jpeg[at + 1] & 0xFF;
        byte[] body = Arrays.copyOfRange(jpeg, at + 2, end);
        contradictory |= !bodies.isEmpty() && stated != count;
        contradictory |= bodies.put(jpeg[at] & 0xFF, body) != null;
        count = stated;
        length += body.length;
    }

    /** The whole profile, or null where parts are missing or contradict each other, or there are none. */
    public byte @Nullable [] joined() {
        boolean whole = !contradictory && !bodies.isEmpty() && bodies.firstKey() == 1 && bodies.size() == count;
        if (!whole || bodies.lastKey() != count || length > IccHeader.MOST) {
            return null;
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream(length);
        bodies.values().forEach(profile::writeBytes);
        return profile.toByteArray();
    }
}
