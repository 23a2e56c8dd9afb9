package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the ICC profile among a PSD's image resources (Adobe Photoshop File Formats Specification). */
final class PsdProfile {
    private static final int MODE_DATA = 26;
    private static final int PROFILE = 1039;

    private final byte[] psd;
    /** The offset of the resource, or -1 if there is none. */
    private final int start;

    private PsdProfile(byte[] psd, int start) {
        this.psd = psd;
        this.start = start;
    }

    static PsdProfile of(byte[] psd) {
        try {
            return new PsdProfile(psd, find(psd));
        } catch (IndexOutOfBoundsException e) {
            return new PsdProfile(psd, -1);
        }
    }

    private static int find(byte[] psd) {
        int resources = MODE_DATA + 4 + Bytes.big32(psd, MODE_DATA);
        int end = resources + 4 + Bytes.big32(psd, resources);
        for (int at = resources + 4; at < end && Bytes.has(psd, at, "8BIM"); ) {
            if (Bytes.big16(psd, at + 4) == PROFILE) {
                return at;
            }
            int length = length(psd, at);
            at = body(psd, at) + length + (length & 1);
        }
        return -1;
    }

    private static int body(byte[] psd, int resource) {
        int name = psd[resource + 6] & 0xFF;
        return resource + 7 + name + (~name & 1) + 4;
    }

    private static int length(byte[] psd, int resource) {
        int length = Bytes.big32(psd, body(psd, resource) - 4);
        if (length < 0) {
            throw new IndexOutOfBoundsException("Length " + length);
        }
        return length;
    }

    /** Returns the profile; null if there is none, or a part of it is missing. */
    byte @Nullable [] bytes() {
        if (start < 0) {
            return null;
        }
        try {
            int body = body(psd, start);
            int end = Math.addExact(body, length(psd, start));
            return end > psd.length ? null : Arrays.copyOfRange(psd, body, end);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return null;
        }
    }
}
