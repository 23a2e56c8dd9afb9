package io.edgepix.imaging.foreign;

/** Animated WebP by libwebp. Safe for use by many threads at once. */
public final class WebpAnimations {
    private final NativeFunction start;
    private final NativeFunction add;
    private final NativeFunction finish;
    private final NativeFunction end;

    /** Throws {@link UnsatisfiedLinkError} where the library is another one. */
    public WebpAnimations(NativeLibrary library) {
        start = new NativeFunction(library.codecs(), "webp_animation_start");
        add = new NativeFunction(library.codecs(), "webp_animation_add");
        finish = new NativeFunction(library.codecs(), "webp_animation_finish");
        end = new NativeFunction(library.codecs(), "webp_animation_end");
    }

    /**
     * Starts one.
     *
     * @param plays how often it is played, up to 65535; 0 for without end
     * @param drawn whether frames are coded without loss where that is shorter, which takes twice as long
     */
    public Writer start(NativeMemory memory, int width, int height, int plays, boolean drawn) {
        long[] slots = {width, height, plays, drawn ? 1 : 0, 0};
        if (!start.call(slots)) {
            throw new IllegalStateException("libwebp could not start an animation of " + width + "x" + height);
        }
        return new Writer(memory, width, height, slots[4]);
    }

    /** Takes frame after frame; to be closed. For one thread. */
    public final class Writer implements AutoCloseable {
        private final NativeMemory memory;
        private final int width;
        private final int height;
        private final long encoder;
        private int frames;

        private Writer(NativeMemory memory, int width, int height, long encoder) {
            this.memory = memory;
            this.width = width;
            this.height = height;
            this.encoder = encoder;
        }

        /**
         * Adds the next frame.
         *
         * @param samples of the whole canvas, three or four bytes a pixel, alpha straight
         * @param quality 1 to 100
         * @param effort 0 to 6
         */
        public void add(byte[] samples, int bands, int quality, int effort) {
            long copy = memory.copy(samples);
            if (!add.call(encoder, copy, bands, width, height, frames, quality, effort)) {
                throw new IllegalStateException("libwebp could not encode frame " + frames);
            }
            memory.release(copy);
            frames++;
        }

        /**
         * The whole. Each frame has for its milliseconds how many of those that were added it stands for: one, and one
         * for each that follows and looks the same. Without a frame that differs from the first it is a still picture.
         */
        public byte[] finish() {
            long[] slots = {encoder, frames, 0, 0};
            if (!finish.call(slots)) {
                throw new IllegalStateException("libwebp could not assemble " + frames + " frames");
            }
            return memory.take(slots[2], slots[3]);
        }

        @Override
        public void close() {
            end.call(encoder);
        }
    }
}
