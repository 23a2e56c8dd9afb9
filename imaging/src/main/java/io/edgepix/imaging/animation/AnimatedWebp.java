package io.edgepix.imaging.animation;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.foreign.FrameCodec;
import io.edgepix.imaging.foreign.FrameCodec.Canvas;
import io.edgepix.imaging.foreign.FrameCodec.Part;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.WebpCodec;
import io.edgepix.imaging.picture.GraphicHeuristic;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.webp.WebpAnimationFile;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an animated WebP. Each frame contains only the part that differs from what viewers already see. */
final class AnimatedWebp implements AnimationWriter {
    private static final int MOST_PLAYS = 65_535;
    /**
     * The most pixels of all frames for which the smaller of lossy and lossless coding is used. A million pixels take
     * up to half a second.
     */
    private static final long MOST_PIXELS = 12_000_000;

    /** The highest effort of the encoder. At a higher level, frames are coded both lossy and lossless. */
    private static final int MOST_EFFORT = 4;

    /** The width and height of the blocks that lossy coding can leave out. */
    private static final int BLOCK = 8;

    /** At least one pixel in {@value} must be left out, or lossy coding takes more bytes for alpha than it saves. */
    private static final int MANY = 2;

    /** A lossless frame of at most one byte for this number of pixels is never larger than a lossy one. */
    private static final int TINY = 64;

    /** A part of a frame as a still WebP. */
    private static final class Still {
        private final Part part;
        private final byte[] webp;

        private Still(Part part, byte[] webp) {
            this.part = part;
            this.webp = webp;
        }
    }

    /** Encodes the frames after the size is known. */
    private final class Encoder {
        private final boolean drawn;
        private final Canvas canvas;
        private final WebpAnimationFile file;
        private Part last;

        private Encoder(Picture first) {
            long pixels = (long) first.width() * first.height() * animation.frames();
            drawn = effort > MOST_EFFORT && pixels <= MOST_PIXELS && GraphicHeuristic.seems(first);
            canvas = codec.canvas(memory, first.width(), first.height(), drawn ? 0 : difference());
            file = new WebpAnimationFile(first.width(), first.height());
            last = canvas.all();
        }

        /** Returns the most by which samples may differ in a lossy frame that is not stored: 1 to 28 by the quality. */
        private int difference() {
            return (int) (1 + 30 * (1 - Math.sqrt(quality / 100.0)));
        }

        private void add(Picture picture) {
            canvas.next(picture.withAlpha().samples());
            Optional<Part> change = file.isEmpty() ? Optional.of(canvas.all()) : canvas.change();
            if (change.isEmpty()) {
                file.repeat();
                return;
            }
            Part part = picture.alpha() && !file.isEmpty() ? disposed(change.get()) : change.get();
            Still still = encode(part);
            file.add(part.left(), part.top(), part.width(), part.height(), still.part.blends(), still.webp);
            last = part;
        }

        /** Returns a smaller part, if there is one after the part of the last frame is cleared. */
        private Part disposed(Part part) {
            Optional<Part> other = canvas.change(last).filter(each -> each.pixels() < part.pixels());
            if (other.isEmpty()) {
                return part;
            }
            file.dispose();
            canvas.clear(last);
            return other.get();
        }

        private Still encode(Part part) {
            if (!drawn) {
                return lossy(part);
            }
            canvas.cut(part, 1);
            Still lossless = new Still(part, encode(part, true));
            if ((long) lossless.webp.length * TINY <= part.pixels()) {
                canvas.show(part, 1);
                return lossless;
            }
            Still lossy = lossy(part);
            return lossless.webp.length <= lossy.webp.length ? lossless : lossy;
        }

        private Still lossy(Part part) {
            boolean blends = part.blends() && canvas.cut(part, BLOCK) * MANY >= part.pixels();
            Part stored = blends ? part : part.whole();
            canvas.show(stored, BLOCK);
            return new Still(stored, encode(stored, false));
        }

        private byte[] encode(Part part, boolean lossless) {
            int method = Math.min(effort, MOST_EFFORT);
            return webp.encodeFrame(memory, canvas.copy(), part.width(), part.height(), quality, method, lossless);
        }
    }

    private final FrameCodec codec;
    private final WebpCodec webp;
    private final NativeMemory memory;
    private final Animation animation;
    private final int quality;
    private final int effort;
    private @Nullable Encoder encoder;

    AnimatedWebp(FrameCodec codec, WebpCodec webp, NativeMemory memory, Animation animation, int quality, int effort) {
        this.codec = codec;
        this.webp = webp;
        this.memory = memory;
        this.animation = animation;
        this.quality = quality;
        this.effort = effort;
    }

    @Override
    public void add(Picture picture) {
        if (encoder == null) {
            encoder = new Encoder(picture);
        }
        encoder.add(picture);
    }

    @Override
    public byte[] finish() {
        int plays = Math.min(animation.plays(), MOST_PLAYS);
        return Objects.requireNonNull(encoder).file.write(plays, animation.millis());
    }

    @Override
    public void close() {
        // all data is in memory that the caller closes
    }
}
