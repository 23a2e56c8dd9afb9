package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.Vips.Pixels;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A decoded PNG: luma and chroma, chroma halved, for derivatives that halve it anyway, and planes of colours for the
 * others and where there is alpha.
 */
final class PngOriginal implements NativeOriginal {
    private static final int COLOURS = 3;

    private final NativeCode code;
    private final NativeMemory memory;
    private final Pixels pixels;
    private final Header header;
    private @Nullable NativeOriginal planar;
    private @Nullable NativeOriginal alpha;

    PngOriginal(NativeCode code, NativeMemory memory, Pixels pixels, Header header) {
        this.code = code;
        this.memory = memory;
        this.pixels = pixels;
        this.header = header;
    }

    @Override
    public byte[] render(RenderRequest request) throws IOException {
        boolean halved = request.format() == Format.WEBP || request.format() == Format.JPEG;
        return (halved && pixels.bands() == COLOURS ? planar() : alpha()).render(request);
    }

    private NativeOriginal planar() {
        if (planar == null) {
            Planes planes = code.jpeg.planes(memory, pixels.address(), pixels.bands(), pixels.width(), pixels.height());
            planar = new PlanarOriginal(code, planes, Levels.FULL, 1, header, Colour.SRGB, false);
        }
        return planar;
    }

    private NativeOriginal alpha() {
        if (alpha == null) {
            alpha = new AlphaOriginal(code, code.alpha.split(memory, pixels), header);
        }
        return alpha;
    }
}
