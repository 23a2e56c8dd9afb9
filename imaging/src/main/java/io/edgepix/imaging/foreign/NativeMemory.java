package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.Allocate;
import io.edgepix.imaging.foreign.Calls.Free;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory outside the heap for one rendering, freed together. Addresses are plain numbers. Not safe for concurrent use.
 */
public final class NativeMemory implements AutoCloseable {
    private final NativeFunction<Allocate> allocate;
    private final NativeFunction<Free> free;
    private final List<Long> held = new ArrayList<>();

    NativeMemory(NativeFunction<Allocate> allocate, NativeFunction<Free> free) {
        this.allocate = allocate;
        this.free = free;
    }

    /**
     * Allocates bytes with undefined content, aligned to 64 bytes.
     *
     * @throws OutOfMemoryError if there is not enough memory
     */
    public long allocate(long bytes) {
        NativeCall<Allocate> call = allocate.call().with(Allocate.SIZE, Math.max(1, bytes));
        if (!call.run()) {
            throw new OutOfMemoryError("expected " + bytes + " free bytes outside the heap, got fewer");
        }
        return adopt(call.get(Allocate.BLOCK));
    }

    /** Takes ownership of memory that a codec allocated, and frees it together with the rest. */
    long adopt(long address) {
        held.add(address);
        return address;
    }

    /** Frees one allocation early. */
    public void release(long address) {
        if (held.remove(address)) {
            free(address);
        }
    }

    /** Copies bytes to newly allocated memory. */
    public long copy(byte[] bytes) {
        long address = allocate(bytes.length);
        put(bytes, address);
        return address;
    }

    /**
     * Copies the remaining bytes of buffers, one after the other, to newly allocated memory.
     *
     * @param more the number of undefined bytes after them
     */
    public long copy(List<ByteBuffer> buffers, int more) {
        long address = allocate(length(buffers) + more);
        long next = address;
        for (ByteBuffer buffer : buffers) {
            MemorySegment from = MemorySegment.ofBuffer(buffer);
            segment(next, from.byteSize()).copyFrom(from);
            next += from.byteSize();
        }
        return address;
    }

    /** Returns the number of remaining bytes of buffers. */
    public static long length(List<ByteBuffer> buffers) {
        return buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** Copies 32-bit numbers to newly allocated memory. */
    public long copy(int[] numbers) {
        long address = allocate(4L * numbers.length);
        MemorySegment.copy(numbers, 0, segment(address, 4L * numbers.length), ValueLayout.JAVA_INT, 0, numbers.length);
        return address;
    }

    /** Copies bytes to memory that has room for them. */
    public static void put(byte[] bytes, long address) {
        MemorySegment.copy(bytes, 0, segment(address, bytes.length), ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /** Moves the result of a codec onto the heap, and frees the memory it was in. */
    byte[] take(long address, long length) {
        adopt(address);
        byte[] bytes = bytes(address, length);
        release(address);
        return bytes;
    }

    /** Copies bytes onto the heap. */
    public static byte[] bytes(long address, long length) {
        return segment(address, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Copies 16-bit numbers in the machine's byte order onto the heap. */
    static short[] shorts(long address, long count) {
        return segment(address, count * Short.BYTES).toArray(ValueLayout.JAVA_SHORT);
    }

    /** Sets every byte to a value. */
    public static void fill(long address, long length, int value) {
        segment(address, length).fill((byte) value);
    }

    @SuppressWarnings("restricted")
    static MemorySegment segment(long address, long length) {
        return MemorySegment.ofAddress(address).reinterpret(length);
    }

    @Override
    public void close() {
        held.forEach(this::free);
        held.clear();
    }

    private void free(long address) {
        free.call().with(Free.BLOCK, address).run();
    }
}
