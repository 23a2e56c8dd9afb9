package io.edgepix.imaging.animation;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Tail;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.foreign.VipsFrames;
import io.edgepix.imaging.gif.GifOriginal;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.planar.AlphaSamples;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NotNativeException;
import io.edgepix.imaging.webp.WebpAnimation;
import io.edgepix.imaging.webp.WebpOriginal;
import java.io.IOException;
import java.util.Optional;

/** An animation that is decoded frame by frame. Each frame is resized on its own, like a still picture. */
public final class AnimatedOriginal {
    /** The bytes per pixel of the original: two canvases of the decoder, the frame, its planes and their averages. */
    private static final long BYTES_IN = 18;

    /** The bytes per pixel of the derivative: the canvas, the frame, its part, and the memory to encode it. */
    private static final long BYTES_OUT = 32;

    /** Decodes the next frame as viewers see it, drawn on the canvas; empty if it is damaged. */
    private interface Frames {
        Optional<NativePixels> next(NativeMemory memory);
    }

    private final NativeCode code;
    private final Limits limits;
    private final Original original;
    private final int length;
    private final Animation animation;
    private Optional<Notice> notice;

    public AnimatedOriginal(NativeCode code, Limits limits, Original original, int length, Animation animation) {
        this.code = code;
        this.limits = limits;
        this.original = original;
        this.length = length;
        this.animation = animation;
        this.notice = animation.notice();
    }

    /** Returns a notice of frames that were left out. It is complete after a call of {@link #render(RenderRequest)}. */
    public Optional<Notice> notice() {
        return notice;
    }

    /**
     * Renders and encodes one derivative. It contains only the whole frames before the first damaged one.
     *
     * @throws NotNativeException if the first frame is damaged, or the animation takes too much time or memory
     */
    public byte[] render(RenderRequest request) throws IOException, NotNativeException, UnrenderableException {
        long pixels = pixels(request);
        long all = pixels * animation.frames();
        if (animation.isOver(limits, pixels) || (request.format() == Format.GIF && all > AnimatedGif.MOST_PIXELS)) {
            throw new NotNativeException("its derivative would have too many pixels: " + all);
        }
        boolean webp = original instanceof WebpOriginal;
        int effort = new AnimationCost(animation, Cost.most(length, limits), webp).effort(request.format(), all);
        try (NativeBudget.Part _ = code.budget.requireNative(memory(request, pixels));
                NativeMemory memory = code.memory()) {
            return render(request, memory, effort)
                    .orElseThrow(() -> new NotNativeException("its first frame cannot be decoded"));
        }
    }

    /** Returns the pixels of a frame of the derivative, with padding. */
    private long pixels(RenderRequest request) {
        Size box = request.size();
        Crop frame = Crop.of(animation.canvas(), request);
        boolean padded = request.fit() == Fit.PAD && !box.isFree();
        return padded ? (long) box.width() * box.height() : (long) frame.width() * frame.height();
    }

    private long memory(RenderRequest request, long pixels) {
        long kept = pixels * animation.frames();
        return length
                + BYTES_IN * animation.canvas().width() * animation.canvas().height()
                + BYTES_OUT * pixels
                + (request.format() == Format.GIF ? AnimatedGif.BYTES * kept : kept / 4);
    }

    private Optional<byte[]> render(RenderRequest request, NativeMemory memory, int effort)
            throws IOException, NotNativeException, UnrenderableException {
        return switch (original) {
            case GifOriginal gif -> render(request, memory, effort, new GifFrames(gif.file())::next);
            case WebpOriginal webp ->
                render(request, memory, effort, WebpAnimation.announced(webp.file(), webp.header()));
            default -> throw new IllegalStateException("Expected a GIF or a WebP, got " + original.getClass());
        };
    }

    private Optional<byte[]> render(RenderRequest request, NativeMemory memory, int effort, byte[] webp)
            throws IOException, NotNativeException, UnrenderableException {
        long copy = memory.copy(webp);
        try (VipsFrames frames = code.vips
                .frames(copy, webp.length, animation.frames())
                .orElseThrow(() -> new NotNativeException("libvips cannot read its frames"))) {
            Header canvas = animation.canvas();
            if (frames.width() != canvas.width() || frames.height() != canvas.height()) {
                throw new NotNativeException("libvips cannot read its frames");
            }
            return render(request, memory, effort, frames::next);
        }
    }

    private Optional<byte[]> render(RenderRequest request, NativeMemory memory, int effort, Frames frames)
            throws IOException, UnrenderableException {
        try (AnimationWriter writer = request.format() == Format.GIF
                ? new AnimatedGif(code.vips, memory, animation, effort)
                : new AnimatedWebp(code.frames, code.webp, memory, animation, request.quality(), effort)) {
            int count = copy(frames, request, writer);
            if (count > 0 && count < animation.frames()) {
                notice = Optional.of(Notice.leftOut(
                        "rendered only " + count + " of " + animation.frames() + " frames: the next one is damaged"));
            }
            return count > 0 ? Optional.of(writer.finish()) : Optional.empty();
        }
    }

    /** Copies frames up to the first damaged one, and returns their number. */
    private int copy(Frames frames, RenderRequest request, AnimationWriter writer)
            throws IOException, UnrenderableException {
        for (int i = 0; i < animation.frames(); i++) {
            try (NativeMemory memory = code.memory()) {
                Optional<NativePixels> pixels = frames.next(memory);
                if (pixels.isEmpty()) {
                    return i;
                }
                AlphaSamples still = new AlphaSamples(code, code.alpha.split(memory, pixels.get()), animation.canvas());
                writer.add(Tail.picture(still, animation.canvas(), request));
            }
        }
        return animation.frames();
    }
}
