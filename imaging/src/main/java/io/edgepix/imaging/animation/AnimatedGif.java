package io.edgepix.imaging.animation;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.picture.Picture;

/** Writes an animated GIF by libvips, which wants all frames at once, to find colours for them. */
final class AnimatedGif implements AnimationWriter {
    /** What a pixel takes until the end. */
    static final long BYTES = 5;
    /** Of all frames: finding colours takes half a second to a second for a million. */
    static final long MOST_PIXELS = 25_000_000;

    /** From so many pixels on colours are sought with less effort. */
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
     * In whole hundredths of a second, as GIF has them. Frames begin where they should to the nearest of these, and none
     * that is longer becomes one of 10 ms, which browsers show for 100.
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
        // what there is lies in the memory that was given
    }
}
