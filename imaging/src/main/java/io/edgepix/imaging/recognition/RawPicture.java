package io.edgepix.imaging.recognition;

import io.edgepix.imaging.bytes.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Distinguishes camera raw files from TIFFs. Most raw files begin like a TIFF. Their first directory contains a
 * thumbnail, and that directory or one of its sub-directories states that samples come from a sensor (TIFF/EP, ISO
 * 12234-2; Digital Negative 1.7).
 */
public final class RawPicture {
    private static final int PHOTOMETRIC = 262;
    private static final int MAKER = 271;
    private static final int SUB_DIRECTORIES = 330;
    private static final int DNG_VERSION = 50706;
    private static final int SENSOR = 32803;
    private static final int LINEAR_SENSOR = 34892;

    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int MOST_DIRECTORIES = 16;
    private static final int MOST_LETTERS = 32;

    private final ByteBuffer tiff;

    private RawPicture(byte[] tiff) {
        this.tiff = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Returns the kind, such as DNG; empty if the file is not a raw file that begins like a TIFF. */
    public static Optional<String> kind(byte[] original) {
        if (!Bytes.has(original, 0, "II*\0") && !Bytes.has(original, 0, "MM\0*")) {
            return Optional.empty();
        }
        if (Bytes.has(original, 8, "CR\2")) {
            return Optional.of("CR2");
        }
        try {
            return new RawPicture(original).kind();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<String> kind() {
        int first = tiff.getInt(4);
        if (entry(first, DNG_VERSION).isPresent()) {
            return Optional.of("DNG");
        }
        List<Integer> directories = new ArrayList<>(List.of(first));
        directories.addAll(numbers(first, SUB_DIRECTORIES));
        for (int directory : directories) {
            List<Integer> photometric = numbers(directory, PHOTOMETRIC);
            if (photometric.contains(SENSOR) || photometric.contains(LINEAR_SENSOR)) {
                return Optional.of(ofMaker(maker(first)));
            }
        }
        return Optional.empty();
    }

    private static String ofMaker(String maker) {
        return switch (maker.replace('\0', ' ').split(" ", 2)[0]) {
            case "NIKON" -> "NEF";
            case "SONY" -> "ARW";
            case "PENTAX" -> "PEF";
            case "SAMSUNG" -> "SRW";
            case "HASSELBLAD" -> "3FR";
            case "PHASE" -> "IIQ";
            case "EPSON" -> "ERF";
            default -> "TIFF of a sensor";
        };
    }

    /** Returns the text of the tag that names the maker; an empty text if there is no such tag. */
    private String maker(int directory) {
        OptionalInt found = entry(directory, MAKER);
        if (found.isEmpty()) {
            return "";
        }
        int entry = found.getAsInt();
        int length = Math.clamp(tiff.getInt(entry + 4), 0, MOST_LETTERS);
        byte[] text = new byte[length];
        tiff.get(length > 4 ? tiff.getInt(entry + 8) : entry + 8, text);
        return new String(text, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    private List<Integer> numbers(int directory, int tag) {
        OptionalInt found = entry(directory, tag);
        if (found.isEmpty()) {
            return List.of();
        }
        int entry = found.getAsInt();
        boolean isShort = tiff.getShort(entry + 2) == SHORT;
        int count = Math.clamp(tiff.getInt(entry + 4), 0, MOST_DIRECTORIES);
        int size = isShort ? 2 : 4;
        int at = count * size > 4 ? tiff.getInt(entry + 8) : entry + 8;
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(isShort ? tiff.getShort(at + i * size) & 0xFFFF : tiff.getInt(at + i * size));
        }
        return numbers;
    }

    /** Returns the offset of a tag's entry. */
    private OptionalInt entry(int directory, int tag) {
        int count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == tag) {
                return OptionalInt.of(entry);
            }
        }
        return OptionalInt.empty();
    }
}
