package io.edgepix.imaging.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** What one rendering holds outside the heap, freed all at once. Addresses are plain numbers; for one thread. */
public final class NativeMemory implements AutoCloseable {
    private final NativeFunction allocate;
    private final NativeFunction free;
    private final List<Long> held = new ArrayList<>();

    NativeMemory(NativeFunction allocate, NativeFunction free) {
        this.allocate = allocate;
        this.free = free;
    }

    /**
     * Allocates bytes of any content, aligned to 64.
     *
     * @throws OutOfMemoryError if there are no more
     */
    public long allocate(long bytes) {
        long[] slots = {Math.max(1, bytes)};
        if (!allocate.call(slots)) {
            throw new OutOfMemoryError(bytes + " bytes outside the heap");
        }
        return adopt(slots[0]);
    }

    /** Frees it at the end, too. */
    long adopt(long address) {
        held.add(address);
        return address;
    }

    /** Frees it now. */
    public void release(long address) {
        if (held.remove(address)) {
            free.call(address);
        }
    }

    /** A copy of the bytes. */
    public long copy(byte[] bytes) {
        long address = allocate(bytes.length);
        put(bytes, address);
        return address;
    }

    /** A copy of the numbers. */
    public long copy(int[] numbers) {
        long address = allocate(4L * numbers.length);
        MemorySegment.copy(numbers, 0, segment(address, 4L * numbers.length), ValueLayout.JAVA_INT, 0, numbers.length);
        return address;
    }

    /** Copies bytes to where there is room for them. */
    public static void put(byte[] bytes, long address) {
        MemorySegment.copy(bytes, 0, segment(address, bytes.length), ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /** What a codec left behind, brought onto the heap. */
    byte[] take(long address, long length) {
        adopt(address);
        byte[] bytes = bytes(address, length);
        release(address);
        return bytes;
    }

    /** A copy of what lies there. */
    public static byte[] bytes(long address, long length) {
        return segment(address, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** A copy of so many 16-bit numbers that lie there, in the machine's order. */
    static short[] shorts(long address, long count) {
        return segment(address, count * Short.BYTES).toArray(ValueLayout.JAVA_SHORT);
    }

    /** Sets every byte. */
    public static void fill(long address, long length, int value) {
        segment(address, length).fill((byte) value);
    }

    @SuppressWarnings("restricted")
    static MemorySegment segment(long address, long length) {
        return MemorySegment.ofAddress(address).reinterpret(length);
    }

    @Override
    public void close() {
        held.forEach(free::call);
        held.clear();
    }
}
