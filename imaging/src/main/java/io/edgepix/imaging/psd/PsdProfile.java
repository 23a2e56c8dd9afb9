package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the ICC profile in a PSD's image resources (Adobe Photoshop File Formats Specification). */
final class PsdProfile {
    private static final int MODE_DATA = 26;
    private static final int PROFILE = 1039;

    private PsdProfile() {}

    /** Returns the profile; empty if there is none, or a part of it is missing. */
    static Optional<byte[]> of(byte[] psd) {
        try {
            OptionalInt resource = find(psd);
            if (resource.isEmpty()) {
                return Optional.empty();
            }
            int body = body(psd, resource.getAsInt());
            int end = Math.addExact(body, length(psd, resource.getAsInt()));
            return end > psd.length ? Optional.empty() : Optional.of(Arrays.copyOfRange(psd, body, end));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Returns the offset of the resource that contains the profile. */
    private static OptionalInt find(byte[] psd) {
        int resources = MODE_DATA + 4 + Bytes.big32(psd, MODE_DATA);
        int end = resources + 4 + Bytes.big32(psd, resources);
        for (int at = resources + 4; at < end && Bytes.has(psd, at, "8BIM"); ) {
            if (Bytes.big16(psd, at + 4) == PROFILE) {
                return OptionalInt.of(at);
            }
            int length = length(psd, at);
            at = body(psd, at) + length + (length & 1);
        }
        return OptionalInt.empty();
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
}
