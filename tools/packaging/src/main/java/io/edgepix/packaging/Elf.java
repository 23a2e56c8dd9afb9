package io.edgepix.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The platform of a native library or program: its ELF header, and the symbol versions that it needs from other
 * libraries (section {@code SHT_GNU_verneed} of the Linux Standard Base).
 *
 * @param neededVersions such as {@code GLIBC_2.17}
 */
record Elf(boolean is64Bit, int machine, List<String> neededVersions) {
    /** {@code e_machine} of x86-64. */
    static final int X86_64 = 62;

    private static final int MAGIC = 0x7f454c46;
    private static final int SECTION_TYPE_NEEDED_VERSIONS = 0x6ffffffe;

    /** Tells whether a file is ELF. */
    static boolean is(byte[] bytes) {
        return bytes.length > 64 && ByteBuffer.wrap(bytes).getInt(0) == MAGIC;
    }

    /** Reads a file; only the header if it is not little-endian with 64 bits. */
    static Elf read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean is64Bit = is64Bit(bytes);
        return new Elf(is64Bit, file.getShort(18), is64Bit ? neededVersions(file) : List.of());
    }

    /** Tells whether an ELF file is little-endian with 64 bits. */
    static boolean is64Bit(byte[] bytes) {
        return bytes[4] == 2 && bytes[5] == 1;
    }

    private static List<String> neededVersions(ByteBuffer file) {
        List<String> versions = new ArrayList<>();
        int sections = (int) file.getLong(40);
        int size = file.getShort(58);
        int count = file.getShort(60);
        for (int i = 0; i < count; i++) {
            int section = sections + i * size;
            if (file.getInt(section + 4) == SECTION_TYPE_NEEDED_VERSIONS) {
                int names = sections + file.getInt(section + 40) * size;
                addVersions(file, offset(file, section), offset(file, names), versions);
            }
        }
        return versions;
    }

    private static int offset(ByteBuffer file, int section) {
        return (int) file.getLong(section + 24);
    }

    /** Reads a chain of libraries, each with a chain of versions. A link is a distance in bytes; 0 marks the end. */
    private static void addVersions(ByteBuffer file, int start, int names, List<String> versions) {
        int library = start;
        int toNextLibrary;
        do {
            int version = library + file.getInt(library + 8);
            int toNextVersion;
            do {
                versions.add(string(file, names + file.getInt(version + 8)));
                toNextVersion = file.getInt(version + 12);
                version += toNextVersion;
            } while (toNextVersion != 0);
            toNextLibrary = file.getInt(library + 12);
            library += toNextLibrary;
        } while (toNextLibrary != 0);
    }

    private static String string(ByteBuffer file, int start) {
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - start];
        file.get(start, text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
