package io.edgepix.imaging.animation;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.picture.Picture;

/** Writes an animated GIF by libvips, which needs all frames together to choose the palette. */
final class AnimatedGif implements AnimationWriter {
    /** The bytes outside the heap for each pixel of all frames. */
    static final long BYTES = 5;
    /** The most pixels of all frames. Choosing colours takes half a second to a second for a million. */
    static final long MOST_PIXELS = 25_000_000;

    /** From this number of pixels, colours are chosen with less effort. */
    private static final long MANY = 4_000_000;

    private static final long VERY_MANY = 14_000_000;

    private static final int BANDS = 4;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 65_535;

    private final Vips vips;
    private final NativeMemory memory;
    private final Animation animation;
    private final int effort;
    private int width;
    private int height;
    private long samples;
    private int frames;

    AnimatedGif(Vips vips, NativeMemory memory, Animation animation, int effort) {
        this.vips = vips;
        this.memory = memory;
        this.animation = animation;
        this.effort = effort;
    }

    @Override
    public void add(Picture picture) {
        long size = (long) picture.width() * picture.height() * BANDS;
        if (frames == 0) {
            width = picture.width();
            height = picture.height();
            samples = memory.allocate(size * animation.frames());
        }
        NativeMemory.put(picture.withAlpha().samples(), samples + frames * size);
        frames++;
    }

    @Override
    public byte[] finish() {
        return vips.gif(memory, samples, width, height, millis(), animation.plays(), effort());
    }

    private int effort() {
        long pixels = (long) width * height * frames;
        return Math.min(effort, pixels < MANY ? 7 : pixels < VERY_MANY ? 4 : 1);
    }

    /**
     * Returns the times in milliseconds, rounded to hundredths of a second, the unit of GIF. Each frame begins as near
     * to its time as possible. A frame of more than 10 ms is never rounded to 10 ms, because browsers show such frames
     * for 100 ms.
     */
    private int[] millis() {
        int[] rounded = new int[frames];
        long wanted = 0;
        long given = 0;
        for (int i = 0; i < rounded.length; i++) {
            int millis = animation.millis().get(i);
            wanted += millis;
            long shortest = millis > 10 ? SHORTEST : 0;
            long hundredths = Math.clamp((wanted + 5) / 10 - given, shortest, LONGEST);
            given += hundredths;
            rounded[i] = (int) hundredths * 10;
        }
        return rounded;
    }

    @Override
    public void close() {
        // all data is in memory that the caller closes
    }
}
