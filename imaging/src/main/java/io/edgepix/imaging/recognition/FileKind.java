package io.edgepix.imaging.recognition;

import io.edgepix.imaging.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Names the kind of a file that no decoder reads, for the error message. It recognises the kind by signatures from the
 * formats' own specifications.
 */
public final class FileKind {
    public static final List<Signature> SIGNATURES = List.of(
            new Signature("JPEG XL", 0, "\u00FF\n"),
            new Signature("JPEG XL", 0, "\0\0\0\fJXL \r\n\u0087\n"),
            new Signature("JPEG 2000", 0, "\0\0\0\fjP  \r\n\u0087\n"),
            new Signature("JPEG 2000", 0, "\u00FFO\u00FFQ"),
            new Signature("JPEG XR", 0, "II\u00BC"),
            new Signature("PDF", 0, "%PDF-"),
            new Signature("EPS", 0, "\u00C5\u00D0\u00D3\u00C6"),
            new Signature("PostScript", 0, "%!"),
            new Signature("camera RAW (RAF)", 0, "FUJIFILMCCD-RAW"),
            new Signature("camera RAW (RW2)", 0, "IIU\0"),
            new Signature("camera RAW (ORF)", 0, "IIRO"),
            new Signature("camera RAW (ORF)", 0, "IIRS"),
            new Signature("camera RAW (ORF)", 0, "MMOR"),
            new Signature("camera RAW (CRW)", 6, "HEAPCCDR"),
            new Signature("camera RAW (MRW)", 0, "\0MRM"),
            new Signature("camera RAW (X3F)", 0, "FOVb"),
            new Signature("OpenEXR", 0, "v/1\1"),
            new Signature("Radiance HDR", 0, "#?RADIANCE"),
            new Signature("Radiance HDR", 0, "#?RGBE"),
            new Signature("QOI", 0, "qoif"),
            new Signature("FLIF", 0, "FLIF"),
            new Signature("BPG", 0, "BPG\u00FB"),
            new Signature("MNG", 0, "\u008AMNG\r\n\u001A\n"),
            new Signature("JNG", 0, "\u008BJNG\r\n\u001A\n"),
            new Signature("XCF", 0, "gimp xcf "),
            new Signature("DDS", 0, "DDS "),
            new Signature("KTX", 0, "\u00ABKTX "),
            new Signature("ICNS", 0, "icns"),
            new Signature("WMF", 0, "\u00D7\u00CD\u00C6\u009A"),
            new Signature("EMF", 40, " EMF"),
            new Signature("DjVu", 0, "AT&TFORM"),
            new Signature("DICOM", 128, "DICM"),
            new Signature("FITS", 0, "SIMPLE  ="),
            new Signature("Sun raster", 0, "Y\u00A6j\u0095"),
            new Signature("SGI picture", 0, "\1\u00DA"),
            new Signature("AVI video", 8, "AVI LIST"),
            new Signature("WAV audio", 8, "WAVE"),
            new Signature("Ogg audio or video", 0, "OggS"),
            new Signature("Flash video", 0, "FLV\1"),
            new Signature("Flash", 0, "FWS"),
            new Signature("Flash", 0, "CWS"),
            new Signature("Windows Media", 0, "0&\u00B2u\u008Ef\u00CF\u0011"),
            new Signature("MPEG video", 0, "\0\0\1\u00BA"),
            new Signature("MPEG video", 0, "\0\0\1\u00B3"),
            new Signature("QuickTime video", 4, "moov"),
            new Signature("QuickTime video", 4, "mdat"),
            new Signature("QuickTime video", 4, "wide"),
            new Signature("MP3 audio", 0, "ID3"),
            new Signature("FLAC audio", 0, "fLaC"),
            new Signature("gzip", 0, "\u001F\u008B"),
            new Signature("zip", 0, "PK\3\4"),
            new Signature("zip", 0, "PK\5\6"),
            new Signature("7z", 0, "7z\u00BC\u00AF'\u001C"),
            new Signature("RAR", 0, "Rar!"),
            new Signature("xz", 0, "\u00FD7zXZ"),
            new Signature("bzip2", 0, "BZh"),
            new Signature("Zstandard", 0, "(\u00B5/\u00FD"));

    private static final String MATROSKA = "\u001AE\u00DF\u00A3";
    private static final int MATROSKA_HEADER = 64;
    private static final int PACKET = 188;
    private static final int PCX_HEADER = 128;

    /** The last bytes of a version 2 TGA. Older versions have no signature. */
    private static final String TGA_FOOTER = "TRUEVISION-XFILE.\0";

    /**
     * A signature: the bytes at an offset in files of a kind.
     *
     * @param bytes one character for each byte
     */
    public record Signature(String name, int at, String bytes) {}

    private FileKind() {}

    /** Returns the name of the kind as used in a sentence; empty if the kind is not known. */
    public static Optional<String> of(byte[] bytes) {
        if (Bytes.has(bytes, 4, "ftyp")) {
            return Optional.of(MediaBrand.of(bytes));
        }
        if (Bytes.has(bytes, 0, MATROSKA)) {
            return Optional.of(isWebm(bytes) ? "WebM video" : "Matroska video");
        }
        for (Signature signature : SIGNATURES) {
            if (Bytes.has(bytes, signature.at(), signature.bytes())) {
                return Optional.of(signature.name());
            }
        }
        if (isTransportStream(bytes)) {
            return Optional.of("MPEG video");
        }
        if (isNetpbm(bytes)) {
            return Optional.of("PNM");
        }
        if (Bytes.has(bytes, bytes.length - TGA_FOOTER.length(), TGA_FOOTER)) {
            return Optional.of("TGA");
        }
        return isPcx(bytes) ? Optional.of("PCX") : TextKind.of(bytes);
    }

    /**
     * Tells whether a file is PBM, PGM, PPM, PAM or PFM: "P", a digit or a letter, white space, and a number or
     * comment.
     */
    private static boolean isNetpbm(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || "1234567fF".indexOf(bytes[1]) < 0) {
            return false;
        }
        boolean numbered = bytes[3] >= '0' && bytes[3] <= '9';
        boolean isSpace = bytes[2] == '\n' || bytes[2] == '\r' || bytes[2] == ' ' || bytes[2] == '\t';
        return isSpace && (numbered || bytes[3] == '#' || (bytes[1] == '7' && bytes[3] == 'W'));
    }

    private static boolean isWebm(byte[] bytes) {
        for (int i = 0; i < MATROSKA_HEADER; i++) {
            if (Bytes.has(bytes, i, "webm")) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a file is an MPEG transport stream. All of its packets begin with the same byte (ISO 13818-1). */
    private static boolean isTransportStream(byte[] bytes) {
        return Bytes.has(bytes, 0, "G") && Bytes.has(bytes, PACKET, "G") && Bytes.has(bytes, 2 * PACKET, "G");
    }

    /** Tells whether a file is PCX: a version up to 5, with or without run lengths, and 1 to 8 bits. */
    private static boolean isPcx(byte[] bytes) {
        return bytes.length >= PCX_HEADER
                && bytes[0] == 10
                && bytes[1] >= 0
                && bytes[1] <= 5
                && (bytes[2] == 0 || bytes[2] == 1)
                && (bytes[3] == 1 || bytes[3] == 2 || bytes[3] == 4 || bytes[3] == 8);
    }
}
