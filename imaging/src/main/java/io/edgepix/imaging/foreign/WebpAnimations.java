package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.WebpAnimationAdd;
import io.edgepix.imaging.foreign.Calls.WebpAnimationEnd;
import io.edgepix.imaging.foreign.Calls.WebpAnimationFinish;
import io.edgepix.imaging.foreign.Calls.WebpAnimationStart;

/** Animated WebP by libwebp. Safe for concurrent use. */
public final class WebpAnimations {
    /** Encodes frame by frame. The caller must close it. Not safe for concurrent use. */
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
         * @param samples the samples of the whole canvas: three or four bytes per pixel, with straight alpha
         * @param quality 1 to 100
         * @param effort 0 to 6
         */
        public void add(byte[] samples, int bands, int quality, int effort) {
            long copy = memory.copy(samples);
            NativeCall<WebpAnimationAdd> call = add.call()
                    .with(WebpAnimationAdd.ENCODER, encoder)
                    .with(WebpAnimationAdd.SAMPLES, copy)
                    .with(WebpAnimationAdd.BANDS, bands)
                    .with(WebpAnimationAdd.WIDTH, width)
                    .with(WebpAnimationAdd.HEIGHT, height)
                    .with(WebpAnimationAdd.TIMESTAMP, frames)
                    .with(WebpAnimationAdd.QUALITY, quality)
                    .with(WebpAnimationAdd.EFFORT, effort);
            if (!call.run()) {
                throw new IllegalStateException("libwebp could not encode frame " + frames);
            }
            memory.release(copy);
            frames++;
        }

        /**
         * Returns the whole file. A frame that looks the same as the previous one is not stored again. The duration of
         * each stored frame, in milliseconds, is the number of added frames that it represents. If no frame differs
         * from the first, the file is a still picture.
         */
        public byte[] finish() {
            NativeCall<WebpAnimationFinish> call = finish.call()
                    .with(WebpAnimationFinish.ENCODER, encoder)
                    .with(WebpAnimationFinish.TIMESTAMP, frames);
            if (!call.run()) {
                throw new IllegalStateException("libwebp could not assemble " + frames + " frames");
            }
            return memory.take(call.get(WebpAnimationFinish.RESULT), call.get(WebpAnimationFinish.RESULT_LENGTH));
        }

        @Override
        public void close() {
            end.call().with(WebpAnimationEnd.ENCODER, encoder).run();
        }
    }

    private final NativeFunction<WebpAnimationStart> start;
    private final NativeFunction<WebpAnimationAdd> add;
    private final NativeFunction<WebpAnimationFinish> finish;
    private final NativeFunction<WebpAnimationEnd> end;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public WebpAnimations(NativeLibrary library) {
        start = new NativeFunction<>(library.codecs(), "webp_animation_start", WebpAnimationStart.values());
        add = new NativeFunction<>(library.codecs(), "webp_animation_add", WebpAnimationAdd.values());
        finish = new NativeFunction<>(library.codecs(), "webp_animation_finish", WebpAnimationFinish.values());
        end = new NativeFunction<>(library.codecs(), "webp_animation_end", WebpAnimationEnd.values());
    }

    /**
     * Starts an animation.
     *
     * @param plays the number of times that it is played, up to 65535; 0 for forever
     * @param drawn whether a frame is lossless if that is smaller; takes twice as long
     */
    public Writer start(NativeMemory memory, int width, int height, int plays, boolean drawn) {
        NativeCall<WebpAnimationStart> call = start.call()
                .with(WebpAnimationStart.WIDTH, width)
                .with(WebpAnimationStart.HEIGHT, height)
                .with(WebpAnimationStart.LOOPS, plays)
                .with(WebpAnimationStart.MIXED, drawn);
        if (!call.run()) {
            throw new IllegalStateException("libwebp could not start an animation of " + width + "x" + height);
        }
        return new Writer(memory, width, height, call.get(WebpAnimationStart.ENCODER));
    }
}
