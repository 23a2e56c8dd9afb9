package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.VipsClose;
import io.edgepix.imaging.foreign.Calls.VipsOpen;
import io.edgepix.imaging.foreign.Calls.VipsRows;
import java.util.Optional;

/**
 * The frames of an animation in their order, each as viewers see it. The caller must close them. Not safe for
 * concurrent use.
 */
public final class VipsFrames implements AutoCloseable {
    record Functions(NativeFunction<VipsOpen> open, NativeFunction<VipsRows> rows, NativeFunction<VipsClose> close) {}

    private final Functions functions;
    private final int width;
    private final int height;
    private final int bands;
    private final long image;
    private final long region;
    private int next;

    /**
     * Takes ownership of an open animation.
     *
     * @param opened a call that succeeded
     */
    VipsFrames(Functions functions, NativeCall<VipsOpen> opened) {
        this.functions = functions;
        this.width = opened.getInt(VipsOpen.WIDTH);
        this.height = opened.getInt(VipsOpen.HEIGHT) / opened.getInt(VipsOpen.FRAMES);
        this.bands = opened.getInt(VipsOpen.BANDS);
        this.image = opened.get(VipsOpen.IMAGE);
        this.region = opened.get(VipsOpen.REGION);
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height of one frame in pixels. */
    public int height() {
        return height;
    }

    /** Decodes the next frame; empty if it is damaged. */
    public Optional<NativePixels> next(NativeMemory memory) {
        long samples = memory.allocate((long) width * height * bands);
        long firstRow = (long) next * height;
        next++;
        boolean decoded = functions
                .rows()
                .call()
                .with(VipsRows.REGION, region)
                .with(VipsRows.WIDTH, width)
                .with(VipsRows.BANDS, bands)
                .with(VipsRows.FIRST_ROW, firstRow)
                .with(VipsRows.ROWS, height)
                .with(VipsRows.SAMPLES, samples)
                .run();
        return decoded ? Optional.of(new NativePixels(samples, width, height, bands)) : Optional.empty();
    }

    @Override
    public void close() {
        functions
                .close()
                .call()
                .with(VipsClose.IMAGE, image)
                .with(VipsClose.REGION, region)
                .run();
    }
}
