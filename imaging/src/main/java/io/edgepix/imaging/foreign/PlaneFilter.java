package io.edgepix.imaging.foreign;

/** Resamples and turns single planes. Safe for use by many threads at once. */
public final class PlaneFilter {
    private static final int BIAS_BITS = 20;

    private final NativeFunction resample;
    private final NativeFunction halve;
    private final NativeFunction steps;
    private final NativeFunction turn;

    /** Throws {@link UnsatisfiedLinkError} where the library is another one. */
    public PlaneFilter(NativeLibrary library) {
        resample = new NativeFunction(library.codecs(), "resample");
        halve = new NativeFunction(library.codecs(), "halve");
        steps = new NativeFunction(library.codecs(), "steps");
        turn = new NativeFunction(library.codecs(), "turn");
    }

    /** Sums samples by their weights, adds the bias, rounds and clamps to 0 to 255. */
    public void resample(NativeMemory memory, Plane from, Taps columns, Taps rows, double bias, Plane to) {
        long sums = memory.allocate(2L * (from.width() + columns.length() + 16));
        boolean done = resample.call(
                from.address(),
                from.stride(),
                from.width(),
                from.height(),
                columns.first(),
                columns.weights(),
                columns.length(),
                to.width(),
                rows.first(),
                rows.weights(),
                rows.length(),
                to.height(),
                Math.round((bias + 0.5) * (1 << BIAS_BITS)),
                to.address(),
                to.stride(),
                sums);
        memory.release(sums);
        if (!done) {
            throw new IllegalStateException("too many taps: " + rows.length());
        }
    }

    /** Makes one sample of two, across, down or both, by a filter that lets next to nothing fold. */
    public Plane halve(NativeMemory memory, Plane from, boolean across, boolean down) {
        int width = across ? Math.ceilDiv(from.width(), 2) : from.width();
        int height = down ? Math.ceilDiv(from.height(), 2) : from.height();
        Plane to = Planes.allocate(memory, width, height, 0, 0).lumaPlane();
        long sums = memory.allocate(2L * (from.width() + 64));
        halve.call(
                from.address(),
                from.stride(),
                from.width(),
                from.height(),
                across ? 1 : 0,
                down ? 1 : 0,
                to.address(),
                to.stride(),
                sums);
        memory.release(sums);
        return to;
    }

    /** Counts neighbours across and down that are at least the given number of levels apart. */
    public long steps(Plane plane, int levels) {
        long[] slots = {plane.address(), plane.stride(), plane.width(), plane.height(), levels, 0};
        steps.call(slots);
        return slots[5];
    }

    /** Turns a plane upright, its sides swapped before flips. */
    public void turn(Plane from, boolean swapsSides, boolean flipsX, boolean flipsY, Plane to) {
        turn.call(
                from.address(),
                from.stride(),
                to.width(),
                to.height(),
                swapsSides ? 1 : 0,
                flipsX ? 1 : 0,
                flipsY ? 1 : 0,
                to.address(),
                to.stride(),
                1);
    }
}
