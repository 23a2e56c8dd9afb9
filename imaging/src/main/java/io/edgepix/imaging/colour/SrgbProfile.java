package io.edgepix.imaging.colour;

import io.edgepix.imaging.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Recognises sRGB in ICC profiles with a matrix and curves. Cameras and editors embed sRGB profiles that differ only in
 * details of the file.
 *
 * <p>The profile is a table of tags. Colorants are s15Fixed16 numbers, and curves are sampled as uInt16 (ICC.1:2022,
 * sections 7 and 10).
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int MOST_TAGS = 100;
    /** The largest accepted difference in XYZ. The D50 colorants in use differ by less. */
    private static final double CLOSE = 0.003;
    /** The largest accepted difference of a curve whose values are 0 to 1. It is less than half a step of a byte. */
    private static final double SAME = 0.002;

    private static final double[][] COLORANTS = {
        {0.4360, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}
    };
    private static final String[] COLORANT_TAGS = {"rXYZ", "gXYZ", "bXYZ"};
    private static final String[] CURVE_TAGS = {"rTRC", "gTRC", "bTRC"};

    private SrgbProfile() {}

    /**
     * Tells whether a profile is sRGB. False if the profile is broken, or contains tables in addition to the matrix.
     */
    static boolean matches(byte[] profile) {
        try {
            if (!Bytes.has(profile, 16, "RGB XYZ ") || find(profile, "A2B0").isPresent()) {
                return false;
            }
            for (int i = 0; i < COLORANTS.length; i++) {
                OptionalInt colorant = find(profile, COLORANT_TAGS[i]);
                OptionalInt curve = find(profile, CURVE_TAGS[i]);
                boolean found = colorant.isPresent() && curve.isPresent();
                if (!found
                        || !isColorant(profile, colorant.getAsInt(), COLORANTS[i])
                        || !isCurve(profile, curve.getAsInt())) {
                    return false;
                }
            }
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Returns the offset of a tag's data. */
    private static OptionalInt find(byte[] profile, String tag) {
        int tags = Math.min(Bytes.big32(profile, HEADER), MOST_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = HEADER + 4 + i * TAG;
            if (Bytes.has(profile, entry, tag)) {
                return OptionalInt.of(Bytes.big32(profile, entry + 4));
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isColorant(byte[] profile, int at, double[] expected) {
        if (!Bytes.has(profile, at, "XYZ ")) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            double value = Bytes.big32(profile, at + 8 + i * 4) / 65536.0;
            if (Math.abs(value - expected[i]) > CLOSE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCurve(byte[] profile, int at) {
        if (!Bytes.has(profile, at, "curv")) {
            return false;
        }
        int count = Bytes.big32(profile, at + 8);
        if (count < 256 || count > 4096) {
            return false;
        }
        ByteBuffer curve = ByteBuffer.wrap(profile, at + 12, count * 2);
        for (int i = 0; i < count; i++) {
            double light = (curve.getShort() & 0xFFFF) / 65535.0;
            if (Math.abs(light - SrgbCurve.decode((double) i / (count - 1))) > SAME) {
                return false;
            }
        }
        return true;
    }
}
