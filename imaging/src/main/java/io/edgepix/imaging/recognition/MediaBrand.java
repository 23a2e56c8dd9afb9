package io.edgepix.imaging.recognition;

import io.edgepix.imaging.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names the kind of a file in the ISO base media format (ISO 14496-12), from its brands. Both pictures and video use
 * this format.
 */
public final class MediaBrand {
    private static final int MAJOR = 8;
    private static final int COMPATIBLE = 16;
    private static final int MOST_BRANDS = 64;

    private static final List<String> AVIF = List.of("avif", "avis");
    private static final List<String> HEIC = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final List<String> HEIF = List.of("mif1", "msf1", "mif2", "miaf");
    private static final List<String> AUDIO = List.of("M4A ", "M4B ", "M4P ");

    private MediaBrand() {}

    /** Returns the name of the kind as used in a sentence; "MPEG-4 video" for unknown brands. */
    public static String of(byte[] bytes) {
        String major = brand(bytes, MAJOR);
        return switch (major) {
            case "crx " -> "camera RAW (CR3)";
            case "qt  " -> "QuickTime video";
            case "jp2 ", "jpx " -> "JPEG 2000";
            case "jxl " -> "JPEG XL";
            default -> ofFamily(bytes, major);
        };
    }

    private static String ofFamily(byte[] bytes, String major) {
        if (hasOne(bytes, AVIF)) {
            return "AVIF";
        }
        if (hasOne(bytes, HEIC)) {
            return "HEIC";
        }
        if (hasOne(bytes, HEIF)) {
            return "HEIF";
        }
        return AUDIO.contains(major) ? "MPEG-4 audio" : "MPEG-4 video";
    }

    private static boolean hasOne(byte[] bytes, List<String> brands) {
        if (brands.contains(brand(bytes, MAJOR))) {
            return true;
        }
        long box = Bytes.big32(bytes, 0) & 0xFFFF_FFFFL;
        long end = Math.min(Math.min(box, bytes.length), COMPATIBLE + 4L * MOST_BRANDS);
        for (int at = COMPATIBLE; at + 4 <= end; at += 4) {
            if (brands.contains(brand(bytes, at))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the four characters at an offset; fewer at the end of the file, which do not form a brand. */
    private static String brand(byte[] bytes, int at) {
        int start = Math.min(at, bytes.length);
        return new String(bytes, start, Math.min(4, bytes.length - start), StandardCharsets.ISO_8859_1);
    }
}
