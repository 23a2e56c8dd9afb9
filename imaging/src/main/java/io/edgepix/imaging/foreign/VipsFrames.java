package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Vips.Pixels;
import org.jspecify.annotations.Nullable;

/** The frames of an animation as viewers see them one after the other; to be closed. For one thread. */
public final class VipsFrames implements AutoCloseable {
    record Functions(NativeFunction open, NativeFunction rows, NativeFunction close) {}

    private final Functions functions;
    private final int width;
    private final int height;
    private final int bands;
    private final long picture;
    private final long region;
    private int next;

    /** Of what {@code open} put into the slots. */
    VipsFrames(Functions functions, int frames, long[] slots) {
        this.functions = functions;
        this.width = (int) slots[3];
        this.height = (int) slots[4] / frames;
        this.bands = (int) slots[5];
        this.picture = slots[6];
        this.region = slots[7];
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** Of one frame, in pixels. */
    public int height() {
        return height;
    }

    /** Decodes the next one; null where it is damaged. */
    public @Nullable Pixels next(NativeMemory memory) {
        long rows = memory.allocate((long) width * height * bands);
        long first = (long) next * height;
        next++;
        return functions.rows().call(region, width, bands, first, height, rows)
                ? new Pixels(rows, width, height, bands)
                : null;
    }

    @Override
    public void close() {
        functions.close().call(picture, region);
    }
}
