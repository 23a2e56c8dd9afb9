package io.edgepix.imaging.planar;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A PNG that libvips decoded. Its samples become luma and halved chroma for derivatives that halve chroma anyway. They become planes
 * of colours for other derivatives, for pictures with alpha or padding, and for drawings in WebP, for which lossless
 * coding may be smaller.
 */
final class PngSamples implements NativeSamples {
    private static final int COLOURS = 3;
    private static final int HALVED = 2;

    private final NativeCode code;
    private final NativeMemory memory;
    private final NativePixels pixels;
    private final Header header;
    private final boolean drawn;
    private final int length;
    private @Nullable NativeSamples planar;
    private @Nullable NativeSamples alpha;

    /**
     * Creates the samples.
     *
     * @param drawn whether the picture is a drawing
     * @param length the bytes of the file
     */
    PngSamples(NativeCode code, NativeMemory memory, NativePixels pixels, Header header, boolean drawn, int length) {
        this.code = code;
        this.memory = memory;
        this.pixels = pixels;
        this.header = header;
        this.drawn = drawn;
        this.length = length;
    }

    @Override
    public byte[] render(RenderRequest request) throws IOException, NotNativeException, UnrenderableException {
        boolean halved = Chroma.shared(request.format(), request.quality()) > 1;
        boolean webp = request.format() == Format.WEBP;
        if (!halved || request.fit() == Fit.PAD || pixels.bands() != COLOURS || (drawn && webp)) {
            return alpha().render(request);
        }
        byte[] lossy = planar().render(request);
        return webp && lossy.length > length ? PngPlanes.smaller(lossy, alpha().render(request)) : lossy;
    }

    private NativeSamples planar() {
        if (planar == null) {
            Planes planes =
                    code.jpeg.planes(memory, pixels.address(), pixels.bands(), pixels.width(), pixels.height(), HALVED);
            planar = new PlanarSamples(code, DecodedPlanes.whole(planes, SampleRange.FULL, header), Colour.SRGB);
        }
        return planar;
    }

    private NativeSamples alpha() {
        if (alpha == null) {
            alpha = new AlphaSamples(code, code.alpha.split(memory, pixels), header);
        }
        return alpha;
    }
}
