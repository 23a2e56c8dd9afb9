package io.edgepix.imaging;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.foreign.Vips.Pixels;
import io.edgepix.imaging.foreign.VipsFrames;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A moving picture, decoded by libvips frame after frame, each of which is shrunk by itself like a still picture. */
final class AnimatedOriginal {
    /** Of a pixel of the original: two canvases of the decoder, the frame, its planes and their averages. */
    private static final long BYTES_IN = 18;
    /** Of a pixel of the derivative: libwebp's four canvases and what encoding one takes. */
    private static final long BYTES_OUT = 32;

    private final NativeCode code;
    private final Limits limits;
    private final byte[] bytes;
    private final Animation animation;

    AnimatedOriginal(NativeCode code, Limits limits, byte[] bytes, Animation animation) {
        this.code = code;
        this.limits = limits;
        this.bytes = bytes;
        this.animation = animation;
    }

    /** Null where it is damaged, or would take too much memory. */
    byte @Nullable [] render(RenderRequest request) throws IOException {
        long pixels = pixels(request);
        if (animation.isOver(limits, pixels)
                || (request.format() == Format.GIF && pixels * animation.frames() > AnimatedGif.MOST_PIXELS)) {
            return null;
        }
        try (NativeBudget.Part part = code.budget.take(memory(request, pixels));
                NativeMemory memory = code.memory()) {
            return part == null ? null : render(request, memory);
        }
    }

    /** Of a frame of the derivative. */
    private long pixels(RenderRequest request) {
        Size box = request.size();
        Frame frame = Frame.of(animation.canvas(), request);
        boolean padded = request.fit() == Fit.PAD && box.width() > 0 && box.height() > 0;
        return padded ? (long) box.width() * box.height() : (long) frame.width() * frame.height();
    }

    private long memory(RenderRequest request, long pixels) {
        long kept = pixels * animation.frames();
        return bytes.length
                + BYTES_IN * animation.canvas().width() * animation.canvas().height()
                + BYTES_OUT * pixels
                + (request.format() == Format.GIF ? AnimatedGif.BYTES * kept : kept / 4);
    }

    private byte @Nullable [] render(RenderRequest request, NativeMemory memory) throws IOException {
        boolean gif = new GifDecoder().recognises(bytes);
        Vips.Kind kind = gif ? Vips.Kind.GIF : Vips.Kind.WEBP;
        byte[] shown = gif ? GifAnimation.withAlpha(bytes) : bytes;
        try (VipsFrames frames = code.vips.frames(memory.copy(shown), shown.length, kind, animation.frames())) {
            Header canvas = animation.canvas();
            if (frames == null || frames.width() != canvas.width() || frames.height() != canvas.height()) {
                return null;
            }
            try (AnimationWriter writer = request.format() == Format.GIF
                    ? new AnimatedGif(code.vips, memory, animation)
                    : new AnimatedWebp(code.animations, memory, animation, request.quality())) {
                return copy(frames, request, writer) ? writer.finish() : null;
            }
        }
    }

    private boolean copy(VipsFrames frames, RenderRequest request, AnimationWriter writer) throws IOException {
        for (int i = 0; i < animation.frames(); i++) {
            try (NativeMemory memory = code.memory()) {
                Pixels pixels = frames.next(memory);
                if (pixels == null) {
                    return false;
                }
                AlphaOriginal still = new AlphaOriginal(code, code.alpha.split(memory, pixels), animation.canvas());
                writer.add(still.picture(request));
            }
        }
        return true;
    }
}
