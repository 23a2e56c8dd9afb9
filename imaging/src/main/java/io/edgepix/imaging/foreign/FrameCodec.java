package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.WebpChange;
import io.edgepix.imaging.foreign.Calls.WebpCut;
import java.util.Optional;

/** Finds the parts of the frames of an animation that differ from what viewers already see. Safe for concurrent use. */
public final class FrameCodec {
    private static final int BANDS = 4;

    /**
     * A rectangle of a frame.
     *
     * @param left the offset from the left edge of the canvas, an even number; top likewise
     * @param blends whether unchanged pixels can be left transparent: all changed ones are opaque
     */
    public record Part(int left, int top, int width, int height, boolean blends) {
        /** Returns the number of pixels. */
        public long pixels() {
            return (long) width * height;
        }

        /** Returns this part with all of its pixels. */
        public Part whole() {
            return new Part(left, top, width, height, false);
        }
    }

    /** The canvas as viewers see it, and the next frame. Not safe for concurrent use. */
    public final class Canvas {
        private final int width;
        private final int height;
        private final int difference;
        private final long shown;
        private final long frame;
        private final long cut;

        private Canvas(NativeMemory memory, int width, int height, int difference) {
            long size = (long) width * height * BANDS;
            this.width = width;
            this.height = height;
            this.difference = difference;
            this.shown = memory.allocate(size);
            this.frame = memory.allocate(size);
            this.cut = memory.allocate(size);
            NativeMemory.fill(shown, size, 0);
        }

        /** Sets the samples of the next frame: four bytes per pixel, with straight alpha. */
        public void next(byte[] samples) {
            NativeMemory.put(samples, frame);
        }

        /** Returns the whole canvas. */
        public Part all() {
            return new Part(0, 0, width, height, false);
        }

        /** Returns the smallest part with all changes; empty if there are none. */
        public Optional<Part> change() {
            return change(new Part(0, 0, 0, 0, false));
        }

        /** Returns the change if a part of the canvas is cleared before this frame. */
        public Optional<Part> change(Part cleared) {
            NativeCall<WebpChange> call = change.call()
                    .with(WebpChange.SHOWN, shown)
                    .with(WebpChange.SAMPLES, frame)
                    .with(WebpChange.WIDTH, width)
                    .with(WebpChange.HEIGHT, height)
                    .with(WebpChange.DIFFERENCE, difference)
                    .with(WebpChange.CLEARED_LEFT, cleared.left)
                    .with(WebpChange.CLEARED_TOP, cleared.top)
                    .with(WebpChange.CLEARED_RIGHT, cleared.left + cleared.width)
                    .with(WebpChange.CLEARED_BOTTOM, cleared.top + cleared.height);
            if (!call.run() || call.get(WebpChange.RIGHT) == 0) {
                return Optional.empty();
            }
            int left = call.getInt(WebpChange.LEFT) & ~1;
            int top = call.getInt(WebpChange.TOP) & ~1;
            int right = call.getInt(WebpChange.RIGHT);
            int bottom = call.getInt(WebpChange.BOTTOM);
            return Optional.of(new Part(left, top, right - left, bottom - top, call.get(WebpChange.BLENDS) != 0));
        }

        /** Makes a part of the canvas transparent. */
        public void clear(Part part) {
            for (int y = part.top; y < part.top + part.height; y++) {
                NativeMemory.fill(shown + ((long) y * width + part.left) * BANDS, (long) part.width * BANDS, 0);
            }
        }

        /**
         * Copies a part of the frame. If it blends, blocks without changes become transparent.
         *
         * @param block the width and height of blocks
         * @return the number of pixels that became transparent
         */
        public long cut(Part part, int block) {
            NativeCall<WebpCut> call = call(part, block);
            call.run();
            return call.get(WebpCut.KEPT);
        }

        /** Copies a part as {@link #cut} does, and changes the canvas to what viewers see after it. */
        public void show(Part part, int block) {
            call(part, block).with(WebpCut.SHOW, true).run();
        }

        private NativeCall<WebpCut> call(Part part, int block) {
            return cutting.call()
                    .with(WebpCut.SHOWN, shown)
                    .with(WebpCut.SAMPLES, frame)
                    .with(WebpCut.WIDTH, width)
                    .with(WebpCut.DIFFERENCE, difference)
                    .with(WebpCut.LEFT, part.left)
                    .with(WebpCut.TOP, part.top)
                    .with(WebpCut.RIGHT, part.left + part.width)
                    .with(WebpCut.BOTTOM, part.top + part.height)
                    .with(WebpCut.BLEND, part.blends)
                    .with(WebpCut.BLOCK, block)
                    .with(WebpCut.PART, cut);
        }

        /** Returns the address of the last copy: four bytes per pixel, without gaps between rows. */
        public long copy() {
            return cut;
        }
    }

    private final NativeFunction<WebpChange> change;
    private final NativeFunction<WebpCut> cutting;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public FrameCodec(NativeLibrary library) {
        change = new NativeFunction<>(library.codecs(), "webp_change", WebpChange.values());
        cutting = new NativeFunction<>(library.codecs(), "webp_cut", WebpCut.values());
    }

    /**
     * Returns a transparent canvas.
     *
     * @param difference the most by which samples may differ and still look alike
     */
    public Canvas canvas(NativeMemory memory, int width, int height, int difference) {
        return new Canvas(memory, width, height, difference);
    }
}
