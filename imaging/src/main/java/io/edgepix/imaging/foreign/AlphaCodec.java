package io.edgepix.imaging.foreign;

/** Takes samples with alpha apart into planes, puts them together, and looks at them. Safe for use by many threads at once. */
public final class AlphaCodec {
    private static final int BANDS = 4;

    private final NativeFunction split;
    private final NativeFunction join;
    private final NativeFunction repeats;

    /** Throws {@link UnsatisfiedLinkError} where the library is another one. */
    public AlphaCodec(NativeLibrary library) {
        split = new NativeFunction(library.codecs(), "split");
        join = new NativeFunction(library.codecs(), "join");
        repeats = new NativeFunction(library.codecs(), "repeats");
    }

    /** How many pixels are like the one before them, in the order of rows. */
    public long repeats(Vips.Pixels pixels) {
        long[] slots = {pixels.address(), pixels.bands(), (long) pixels.width() * pixels.height(), 0};
        repeats.call(slots);
        return slots[3];
    }

    /** Multiplies colours by alpha and sorts them into planes. */
    public AlphaPlanes split(NativeMemory memory, Vips.Pixels pixels) {
        AlphaPlanes planes = AlphaPlanes.allocate(memory, pixels.width(), pixels.height());
        split.call(
                pixels.address(),
                pixels.width(),
                pixels.height(),
                planes.address(0),
                planes.address(1),
                planes.address(2),
                planes.address(3),
                planes.any().stride(),
                pixels.bands());
        return planes;
    }

    /** The way back: four bytes a pixel, alpha straight. */
    public byte[] join(NativeMemory memory, AlphaPlanes planes) {
        Plane any = planes.any();
        long size = (long) any.width() * any.height() * BANDS;
        long samples = memory.allocate(size);
        join.call(
                planes.address(0),
                planes.address(1),
                planes.address(2),
                planes.address(3),
                any.stride(),
                any.width(),
                any.height(),
                samples);
        byte[] bytes = NativeMemory.bytes(samples, size);
        memory.release(samples);
        return bytes;
    }
}
