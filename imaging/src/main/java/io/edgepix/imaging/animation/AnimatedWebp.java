package io.edgepix.imaging.animation;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.WebpAnimations;
import io.edgepix.imaging.picture.GraphicHeuristic;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.webp.WebpTimes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an animated WebP by libwebp. */
final class AnimatedWebp implements AnimationWriter {
    private static final int MOST_PLAYS = 65_535;
    /**
     * The most pixels of all frames for which the smaller of lossy and lossless coding is used. A million pixels take
     * up to half a second.
     */
    private static final long MOST_PIXELS = 12_000_000;

    /** The highest effort of the encoder. At a higher level, frames are coded both lossy and lossless. */
    private static final int MOST_EFFORT = 4;

    private final WebpAnimations animations;
    private final NativeMemory memory;
    private final Animation animation;
    private final int quality;
    private final int effort;
    private WebpAnimations.@Nullable Writer writer;

    AnimatedWebp(WebpAnimations animations, NativeMemory memory, Animation animation, int quality, int effort) {
        this.animations = animations;
        this.memory = memory;
        this.animation = animation;
        this.quality = quality;
        this.effort = effort;
    }

    @Override
    public void add(Picture picture) {
        if (writer == null) {
            int plays = Math.min(animation.plays(), MOST_PLAYS);
            long pixels = (long) picture.width() * picture.height() * animation.frames();
            boolean drawn = effort > MOST_EFFORT && pixels <= MOST_PIXELS && GraphicHeuristic.seems(picture);
            writer = animations.start(memory, picture.width(), picture.height(), plays, drawn);
        }
        writer.add(picture.samples(), picture.bands(), quality, Math.min(effort, MOST_EFFORT));
    }

    @Override
    public byte[] finish() {
        byte[] counted = Objects.requireNonNull(writer).finish();
        return WebpTimes.set(counted, animation.millis());
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
