package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.Halve;
import io.edgepix.imaging.foreign.Calls.Resample;
import io.edgepix.imaging.foreign.Calls.Steps;
import io.edgepix.imaging.foreign.Calls.Turn;
import io.edgepix.imaging.model.Orientation;

/** Resamples and turns single planes. Safe for concurrent use. */
public final class PlaneFilter {
    private static final int BIAS_BITS = 20;

    private final NativeFunction<Resample> resample;
    private final NativeFunction<Halve> halve;
    private final NativeFunction<Steps> steps;
    private final NativeFunction<Turn> turn;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public PlaneFilter(NativeLibrary library) {
        resample = new NativeFunction<>(library.codecs(), "resample", Resample.values());
        halve = new NativeFunction<>(library.codecs(), "halve", Halve.values());
        steps = new NativeFunction<>(library.codecs(), "steps", Steps.values());
        turn = new NativeFunction<>(library.codecs(), "turn", Turn.values());
    }

    /** Computes weighted sums of samples, adds the bias, rounds, and clamps to the range 0 to 255. */
    public void resample(NativeMemory memory, NativePlane from, Taps columns, Taps rows, double bias, NativePlane to) {
        long scratch = memory.allocate(2L * (from.width() + columns.length() + 16));
        boolean done = resample.call()
                .with(Resample.PLANE, from.address())
                .with(Resample.STRIDE, from.stride())
                .with(Resample.WIDTH, from.width())
                .with(Resample.HEIGHT, from.height())
                .with(Resample.COLUMN_STARTS, columns.first())
                .with(Resample.COLUMN_WEIGHTS, columns.weights())
                .with(Resample.COLUMN_TAPS, columns.length())
                .with(Resample.COLUMNS, to.width())
                .with(Resample.ROW_STARTS, rows.first())
                .with(Resample.ROW_WEIGHTS, rows.weights())
                .with(Resample.ROW_TAPS, rows.length())
                .with(Resample.ROWS, to.height())
                .with(Resample.BIAS, Math.round((bias + 0.5) * (1 << BIAS_BITS)))
                .with(Resample.RESULT, to.address())
                .with(Resample.RESULT_STRIDE, to.stride())
                .with(Resample.SCRATCH, scratch)
                .run();
        memory.release(scratch);
        if (!done) {
            throw new IllegalStateException("expected at most 4096 taps, got " + rows.length());
        }
    }

    /** Halves the width, the height or both, by a filter with almost no aliasing. */
    public NativePlane halve(NativeMemory memory, NativePlane from, boolean across, boolean down) {
        int width = across ? Math.ceilDiv(from.width(), 2) : from.width();
        int height = down ? Math.ceilDiv(from.height(), 2) : from.height();
        NativePlane to = Planes.allocate(memory, width, height, 0, 0).lumaPlane();
        long scratch = memory.allocate(2L * (from.width() + 64));
        halve.call()
                .with(Halve.PLANE, from.address())
                .with(Halve.STRIDE, from.stride())
                .with(Halve.WIDTH, from.width())
                .with(Halve.HEIGHT, from.height())
                .with(Halve.ACROSS, across)
                .with(Halve.DOWN, down)
                .with(Halve.RESULT, to.address())
                .with(Halve.RESULT_STRIDE, to.stride())
                .with(Halve.SCRATCH, scratch)
                .run();
        memory.release(scratch);
        return to;
    }

    /** Counts pairs of horizontal or vertical neighbours that differ by at least the given number of levels. */
    public long steps(NativePlane plane, int levels) {
        NativeCall<Steps> call = steps.call()
                .with(Steps.PLANE, plane.address())
                .with(Steps.STRIDE, plane.stride())
                .with(Steps.WIDTH, plane.width())
                .with(Steps.HEIGHT, plane.height())
                .with(Steps.DIFFERENCE, levels);
        call.run();
        return call.get(Steps.COUNT);
    }

    /** Turns a plane upright: swaps its sides if necessary, then flips each axis if necessary. */
    public void turn(NativePlane from, Orientation orientation, NativePlane to) {
        turn.call()
                .with(Turn.PLANE, from.address())
                .with(Turn.STRIDE, from.stride())
                .with(Turn.WIDTH, to.width())
                .with(Turn.HEIGHT, to.height())
                .with(Turn.SWAP_SIDES, orientation.swapsSides())
                .with(Turn.FLIP_X, orientation.flipsX())
                .with(Turn.FLIP_Y, orientation.flipsY())
                .with(Turn.RESULT, to.address())
                .with(Turn.RESULT_STRIDE, to.stride())
                .run();
    }
}
