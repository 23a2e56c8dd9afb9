package io.edgepix.imaging.colour;

import io.edgepix.imaging.bytes.Bytes;
import java.util.List;
import java.util.Map;

/** What the first bytes of an ICC profile say of it: ICC.1:2022, section 7.2. */
public final class IccHeader {
    /** In bytes; the profiles of printing inks, which are the largest, have less. */
    public static final int MOST = 4 << 20;

    private static final int SHORTEST = 132;
    private static final Map<Integer, String> SPACES = Map.of(1, "GRAY", 3, "RGB ", 4, "CMYK");

    /** Scanners, monitors, printers, and spaces of no device; not links, abstract and named colours, which convert others. */
    private static final List<String> CLASSES = List.of("scnr", "mntr", "prtr", "spac");

    private IccHeader() {}

    /** The length that a profile states, of which at least four bytes are there; 0 where it is none that is taken. */
    public static int length(byte[] profile) {
        int length = profile.length < 4 ? 0 : Bytes.big32(profile, 0);
        return length < SHORTEST || length > MOST ? 0 : length;
    }

    /** Whether it is whole, and brings so many colours to the space in which profiles meet. */
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
