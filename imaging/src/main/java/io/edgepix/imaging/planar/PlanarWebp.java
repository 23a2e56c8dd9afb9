package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.WebpCodec.Features;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.webp.WebpAnimation;
import io.edgepix.imaging.webp.WebpDecoder;
import io.edgepix.imaging.webp.WebpFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** WebP with loss, still and without alpha. */
public final class PlanarWebp implements NativeDecoder {
    private final WebpDecoder portable = new WebpDecoder();
    private final NativeCode code;

    public PlanarWebp(NativeCode code) {
        this.code = code;
    }

    @Override
    public boolean recognises(byte[] original) {
        return portable.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException, NotNativeException {
        if (!WebpDecoder.isPlain(original)) {
            Animation animation = WebpAnimation.read(original);
            boolean animated = animation != null && animation.isAnimated();
            // The renderer of animations says why it left one out.
            throw new NotNativeException(animated ? null : "WebP is lossless or has alpha");
        }
        return portable.header(original);
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return portable.nanos(original, header);
    }

    @Override
    public long memory(byte[] original, Header header, double shrink) {
        return original.length + 2L * header.width() * header.height();
    }

    @Override
    public @Nullable NativeOriginal decode(NativeMemory memory, byte[] original, Header header, double shrink)
            throws IOException {
        byte[] webp = WebpFile.read(original).bytes();
        long bytes = memory.copy(webp);
        Features features = code.webp.features(bytes, webp.length);
        Features wanted = new Features(header.width(), header.height(), false, false, true);
        if (!wanted.equals(features)) {
            return null;
        }
        Planes planes = code.webp.decode(memory, bytes, webp.length, header.width(), header.height());
        memory.release(bytes);
        Colour colour = WebpDecoder.colour(original);
        return planes == null ? null : new PlanarOriginal(code, planes, Levels.NARROW, 1, header, colour, false);
    }
}
