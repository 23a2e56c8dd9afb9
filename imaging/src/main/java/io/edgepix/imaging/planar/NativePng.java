package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.foreign.Vips.Pixels;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.picture.Drawn;
import io.edgepix.imaging.png.PngColour;
import io.edgepix.imaging.png.PngDecoder;
import io.edgepix.imaging.png.PngHeader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** PNG of up to 8 bits in sRGB, its samples decoded by libvips. */
public final class NativePng implements NativeDecoder {
    private static final int MOST_DEPTH = 8;
    private static final int COLOURS = 3;
    /** Here, and by the portable renderer if libvips finds it damaged. */
    private static final int ATTEMPTS = 2;

    private final PngDecoder portable = new PngDecoder();
    private final NativeCode code;

    public NativePng(NativeCode code) {
        this.code = code;
    }

    @Override
    public boolean recognises(byte[] original) {
        return portable.recognises(original);
    }

    /** Colours under little alpha lose too much in 8 bits where the derivative loses nothing. */
    @Override
    public boolean serves(Format format) {
        return format != Format.PNG;
    }

    @Override
    public Header header(byte[] original) throws IOException, NotNativeException {
        PngHeader header = PngHeader.read(original);
        Chunks chunks = Chunks.ofPng(original);
        if (header.depth() > MOST_DEPTH) {
            throw new NotNativeException("PNG has " + header.depth() + " bits a sample");
        }
        if (!header.hasPalette() && chunks.first("tRNS") != null) {
            throw new NotNativeException("PNG has a transparent colour");
        }
        if (PngDecoder.frames(original) > 1) {
            throw new NotNativeException("PNG is animated");
        }
        if (!PngColour.of(chunks, COLOURS).equals(Colour.SRGB)) {
            throw new NotNativeException("PNG is not in sRGB");
        }
        if (ATTEMPTS * header.nanos(false) > Cost.most(original.length)) {
            throw new NotNativeException("PNG takes too long to be decoded twice if it is damaged");
        }
        return portable.header(original);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return portable.nanos(original, header);
    }

    /** The samples, and planes of them. */
    @Override
    public long memory(byte[] original, Header header, double shrink) {
        return original.length + 9L * header.width() * header.height();
    }

    @Override
    public @Nullable NativeOriginal decode(NativeMemory memory, byte[] original, Header header, double shrink)
            throws IOException {
        // libvips would unpack text and profiles, of which nothing is wanted, and refuses wrong sums.
        Pixels pixels = code.vips.decode(memory, PngDecoder.bare(original), Vips.Kind.PNG);
        if (pixels == null || pixels.width() != header.width() || pixels.height() != header.height()) {
            return null;
        }
        return new PngOriginal(code, memory, pixels, header, isDrawn(original, pixels));
    }

    private boolean isDrawn(byte[] original, Pixels pixels) throws IOException {
        return PngHeader.read(original).hasPalette()
                || Drawn.isRuns(code.alpha.repeats(pixels), (long) pixels.width() * pixels.height());
    }
}
