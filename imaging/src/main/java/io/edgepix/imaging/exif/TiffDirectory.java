package io.edgepix.imaging.exif;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first directory of a TIFF structure (TIFF 6.0 or, with wider numbers, BigTIFF).
 *
 * <p>Only its own entries are read. Other directories, especially maker notes, are often broken or malicious, and must
 * not prevent reading the orientation.
 */
public final class TiffDirectory {
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;
    private static final int BIG = 43;

    private final byte[] bytes;
    private final ByteBuffer tiff;
    private final boolean big;
    private final int first;
    private final int count;

    private TiffDirectory(byte[] bytes) {
        this.bytes = bytes;
        this.tiff = ByteBuffer.wrap(bytes);
        tiff.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        this.big = tiff.getShort(2) == BIG;
        int start = big ? offset(tiff.getLong(8)) : tiff.getInt(4);
        this.count = big ? (int) Math.min(tiff.getLong(start), 0xFFFF) : tiff.getShort(start) & 0xFFFF;
        this.first = start + (big ? 8 : 2);
    }

    /** Reads the start of a TIFF structure; empty if it has no directory. */
    public static Optional<TiffDirectory> of(byte[] tiff) {
        try {
            return tiff.length < 8 ? Optional.empty() : Optional.of(new TiffDirectory(tiff));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the first number of a tag; empty if no number can be read. The type must be SHORT or LONG. A SHORT is
     * unsigned, and a LONG is returned as a signed number.
     */
    public OptionalInt number(int tag) {
        try {
            OptionalInt entry = entry(tag);
            if (entry.isEmpty()) {
                return OptionalInt.empty();
            }
            return switch (tiff.getShort(entry.getAsInt() + 2)) {
                case SHORT -> OptionalInt.of(tiff.getShort(value(entry.getAsInt(), 2)) & 0xFFFF);
                case LONG -> OptionalInt.of(tiff.getInt(value(entry.getAsInt(), 4)));
                default -> OptionalInt.empty();
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Returns the unsigned numbers of a tag. The array is empty if the tag is absent, has a different type or is cut
     * short.
     */
    public long[] numbers(int tag) {
        try {
            OptionalInt found = entry(tag);
            if (found.isEmpty()) {
                return new long[0];
            }
            int entry = found.getAsInt();
            int size = size(tiff.getShort(entry + 2));
            if (size == 0) {
                return new long[0];
            }
            int start = value(entry, size);
            int length = offset(length(entry));
            if (start < 0 || length > (bytes.length - start) / size) {
                return new long[0];
            }
            long[] numbers = new long[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = number(start + i * size, size);
            }
            return numbers;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return new long[0];
        }
    }

    private static int size(int type) {
        return switch (type) {
            case BYTE -> 1;
            case SHORT -> 2;
            case LONG -> 4;
            case LONG8 -> 8;
            default -> 0;
        };
    }

    private long number(int at, int size) {
        return switch (size) {
            case 1 -> tiff.get(at) & 0xFF;
            case 2 -> tiff.getShort(at) & 0xFFFF;
            case 4 -> tiff.getInt(at) & 0xFFFFFFFFL;
            default -> tiff.getLong(at);
        };
    }

    /** Returns the byte order of all numbers, including samples. */
    public ByteOrder order() {
        return tiff.order();
    }

    /** Returns a copy of a tag's bytes; empty if the tag is absent or its bytes are cut short. */
    public Optional<byte[]> bytes(int tag) {
        try {
            OptionalInt found = entry(tag);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int entry = found.getAsInt();
            int start = value(entry, 1);
            int end = Math.addExact(start, offset(length(entry)));
            return end > bytes.length ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, start, end));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the file with the tag's number changed to 0xFFFF, which has no meaning. Returns the original array if the
     * tag is absent.
     */
    public byte[] without(int tag) {
        try {
            OptionalInt entry = entry(tag);
            if (entry.isEmpty()) {
                return bytes;
            }
            byte[] without = bytes.clone();
            Arrays.fill(without, entry.getAsInt(), entry.getAsInt() + 2, (byte) 0xFF);
            return without;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return bytes;
        }
    }

    /** Returns the offset of a tag's entry. */
    private OptionalInt entry(int tag) {
        for (int i = 0; i < count; i++) {
            int entry = first + i * (big ? 20 : 12);
            if ((tiff.getShort(entry) & 0xFFFF) == tag) {
                return OptionalInt.of(entry);
            }
        }
        return OptionalInt.empty();
    }

    private long length(int entry) {
        return big ? tiff.getLong(entry + 4) : tiff.getInt(entry + 4);
    }

    /**
     * Returns the offset of an entry's values. They are in the entry if they fit, and elsewhere otherwise.
     *
     * @param size the size of a value in bytes
     */
    private int value(int entry, int size) {
        int field = entry + (big ? 12 : 8);
        int room = big ? 8 : 4;
        return length(entry) <= room / size ? field : big ? offset(tiff.getLong(field)) : tiff.getInt(field);
    }

    private static int offset(long offset) {
        if (offset < 0 || offset > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException("Expected an offset of 0 to " + Integer.MAX_VALUE + ", got " + offset);
        }
        return (int) offset;
    }
}
