package io.edgepix.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Native libraries and programs without the sections that only debuggers read, such as {@code .symtab}. The sections
 * that are loaded stay, with the symbols for other libraries. The same as {@code strip}, which a machine that packages
 * may not have.
 */
final class StrippedElf {
    private static final int FLAG_LOADED = 2;
    private static final int FLAG_INFO_IS_SECTION = 0x40;
    private static final int TYPE_NO_BITS = 8;

    private final ByteBuffer file;
    private final int table;
    private final int size;
    private final int count;
    private final int names;

    private StrippedElf(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.table = (int) file.getLong(40);
        this.size = file.getShort(58);
        this.count = Short.toUnsignedInt(file.getShort(60));
        this.names = Short.toUnsignedInt(file.getShort(62));
    }

    /** Returns the smaller file, or the same bytes if nothing can be left out. */
    static byte[] of(byte[] bytes) {
        if (!Elf.is(bytes) || !Elf.is64Bit(bytes)) {
            return bytes;
        }
        byte[] smaller = new StrippedElf(bytes).strip();
        return smaller.length < bytes.length ? smaller : bytes;
    }

    /** Copies the file up to the end of what is loaded, and adds the names and the table of the sections that stay. */
    private byte[] strip() {
        int[] numbers = new int[count];
        int kept = 0;
        int end = endOfSegments();
        for (int i = 0; i < count; i++) {
            boolean loaded = (field(i, 8) & FLAG_LOADED) != 0;
            numbers[i] = i == 0 || i == names || loaded ? kept++ : 0;
            if (loaded && file.getInt(at(i) + 4) != TYPE_NO_BITS) {
                end = Math.max(end, (int) (field(i, 24) + field(i, 32)));
            }
        }
        int newTable = Math.ceilDiv(end + (int) field(names, 32), Long.BYTES) * Long.BYTES;
        ByteBuffer smaller = ByteBuffer.allocate(newTable + kept * size).order(ByteOrder.LITTLE_ENDIAN);
        smaller.put(0, file, 0, end).put(end, file, (int) field(names, 24), (int) field(names, 32));
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != 0) {
                int to = newTable + numbers[i] * size;
                smaller.put(to, file, at(i), size);
                smaller.putInt(to + 40, numbers[file.getInt(at(i) + 40)]);
                if ((field(i, 8) & FLAG_INFO_IS_SECTION) != 0) {
                    smaller.putInt(to + 44, numbers[file.getInt(at(i) + 44)]);
                }
            }
        }
        smaller.putLong(newTable + numbers[names] * size + 24, end);
        smaller.putLong(40, newTable).putShort(60, (short) kept).putShort(62, (short) numbers[names]);
        return smaller.array();
    }

    private int endOfSegments() {
        int segments = (int) file.getLong(32);
        int segmentSize = file.getShort(54);
        int end = 0;
        for (int i = 0; i < file.getShort(56); i++) {
            int segment = segments + i * segmentSize;
            end = Math.max(end, segment + segmentSize);
            end = Math.max(end, (int) (file.getLong(segment + 8) + file.getLong(segment + 32)));
        }
        return end;
    }

    private int at(int section) {
        return table + section * size;
    }

    private long field(int section, int offset) {
        return file.getLong(at(section) + offset);
    }
}
