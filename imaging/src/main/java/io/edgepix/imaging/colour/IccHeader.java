package io.edgepix.imaging.colour;

import io.edgepix.imaging.bytes.Bytes;
import java.util.List;
import java.util.Map;

/** Reads the header of an ICC profile (ICC.1:2022, section 7.2). */
public final class IccHeader {
    /** The longest accepted profile in bytes. CMYK profiles, which are the largest, are shorter. */
    public static final int MOST = 4 << 20;

    private static final int SHORTEST = 132;
    private static final Map<Integer, String> SPACES = Map.of(1, "GRAY", 3, "RGB ", 4, "CMYK");

    /**
     * Accepted profile classes: scanners, monitors, printers and colour spaces. Device links, abstract profiles and
     * named colours are refused.
     */
    private static final List<String> CLASSES = List.of("scnr", "mntr", "prtr", "spac");

    private IccHeader() {}

    /**
     * Returns the length in bytes that a profile states; 0 if that length is not acceptable. Needs only the first four
     * bytes.
     */
    public static int length(byte[] profile) {
        int length = profile.length < 4 ? 0 : Bytes.big32(profile, 0);
        return length < SHORTEST || length > MOST ? 0 : length;
    }

    /** Tells whether a profile is whole and converts the given number of colours to the profile connection space. */
    public static boolean describes(byte[] profile, int colours) {
        int length = length(profile);
        return length > 0
                && length <= profile.length
                && Bytes.has(profile, 36, "acsp")
                && Bytes.has(profile, 16, SPACES.getOrDefault(colours, "none"))
                && CLASSES.stream().anyMatch(each -> Bytes.has(profile, 12, each))
                && (Bytes.has(profile, 20, "XYZ ") || Bytes.has(profile, 20, "Lab "));
    }
}
