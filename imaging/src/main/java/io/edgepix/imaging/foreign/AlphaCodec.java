package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.Join;
import io.edgepix.imaging.foreign.Calls.Repeats;
import io.edgepix.imaging.foreign.Calls.Split;

/** Converts between interleaved samples with alpha and planes, and counts repeated pixels. Safe for concurrent use. */
public final class AlphaCodec {
    private static final int BANDS = 4;

    private final NativeFunction<Split> split;
    private final NativeFunction<Join> join;
    private final NativeFunction<Repeats> repeats;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public AlphaCodec(NativeLibrary library) {
        split = new NativeFunction<>(library.codecs(), "split", Split.values());
        join = new NativeFunction<>(library.codecs(), "join", Join.values());
        repeats = new NativeFunction<>(library.codecs(), "repeats", Repeats.values());
    }

    /** Counts the pixels that are equal to the previous one, row by row. */
    public long repeats(NativePixels pixels) {
        NativeCall<Repeats> call = repeats.call()
                .with(Repeats.SAMPLES, pixels.address())
                .with(Repeats.BANDS, pixels.bands())
                .with(Repeats.PIXELS, (long) pixels.width() * pixels.height());
        call.run();
        return call.get(Repeats.COUNT);
    }

    /** Multiplies colours by alpha, and splits them into planes. */
    public AlphaPlanes split(NativeMemory memory, NativePixels pixels) {
        AlphaPlanes planes = AlphaPlanes.allocate(memory, pixels.width(), pixels.height());
        split.call()
                .with(Split.SAMPLES, pixels.address())
                .with(Split.BANDS, pixels.bands())
                .with(Split.WIDTH, pixels.width())
                .with(Split.HEIGHT, pixels.height())
                .with(Split.RED, planes.address(0))
                .with(Split.GREEN, planes.address(1))
                .with(Split.BLUE, planes.address(2))
                .with(Split.ALPHA, planes.address(3))
                .with(Split.STRIDE, planes.any().stride())
                .run();
        return planes;
    }

    /** Joins planes into four bytes per pixel, with straight alpha. Colours are as even as rounding allows. */
    public byte[] join(NativeMemory memory, AlphaPlanes planes) {
        NativePlane any = planes.any();
        long size = (long) any.width() * any.height() * BANDS;
        long samples = memory.allocate(size);
        join.call()
                .with(Join.RED, planes.address(0))
                .with(Join.GREEN, planes.address(1))
                .with(Join.BLUE, planes.address(2))
                .with(Join.ALPHA, planes.address(3))
                .with(Join.STRIDE, any.stride())
                .with(Join.WIDTH, any.width())
                .with(Join.HEIGHT, any.height())
                .with(Join.SAMPLES, samples)
                .run();
        byte[] bytes = NativeMemory.bytes(samples, size);
        memory.release(samples);
        return bytes;
    }
}
