package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.foreign.PngCodec;
import io.edgepix.imaging.foreign.PngCodec.Rows;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.picture.GraphicHeuristic;
import io.edgepix.imaging.png.PngCost;
import io.edgepix.imaging.png.PngHeader;
import io.edgepix.imaging.png.PngOriginal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Decodes PNG in sRGB with up to 8 bits per sample: by our own decoder, or by libvips if it is interlaced. */
public final class NativePng implements NativeDecoder {
    private static final int MOST_DEPTH = 8;
    private static final int COLOURS = 3;

    /** The most times that a PNG is decoded: here, and by the portable renderer if it is damaged. */
    private static final int ATTEMPTS = 2;

    private record OpenPng(NativeCode code, PngOriginal file) implements NativeOriginal {
        /** Returns the size of the file and of the planes, and of all samples if libvips decodes them. */
        @Override
        public long memory(double shrink) {
            if (file.png().isPlain()) {
                return file.length() + PngPlanes.memory(file.header(), file.hasAlpha(), shrink);
            }
            return file.length() + 9L * file.header().width() * file.header().height();
        }

        @Override
        public NativeSamples decode(NativeMemory memory, double shrink) throws IOException, NotNativeException {
            return file.png().isPlain() ? plain(memory, shrink) : interlaced(memory);
        }

        private NativeSamples plain(NativeMemory memory, double shrink) throws IOException {
            PngHeader png = file.png();
            List<ByteBuffer> data = file.data();
            Rows rows = new Rows(
                    memory.copy(data, PngCodec.READ_AHEAD),
                    NativeMemory.length(data),
                    png.width(),
                    png.height(),
                    png.bands(),
                    png.depth(),
                    png.bands() == 1 ? memory.copy(file.table()) : 0,
                    file.hasAlpha());
            return new PngPlanes(code, memory, rows, file.header(), png.hasPalette(), shrink);
        }

        private NativeSamples interlaced(NativeMemory memory) throws IOException, NotNativeException {
            Header header = file.header();
            // Without other chunks: libvips would unpack text and profiles, and refuse wrong checksums.
            NativePixels pixels = code.vips
                    .decode(memory, file.bare(), Vips.Kind.PNG)
                    .filter(read -> read.width() == header.width() && read.height() == header.height())
                    .orElseThrow(() -> new NotNativeException("libvips cannot decode the PNG"));
            return new PngSamples(code, memory, pixels, header, isDrawn(pixels), file.length());
        }

        private boolean isDrawn(NativePixels pixels) {
            return file.png().hasPalette()
                    || GraphicHeuristic.isRuns(code.alpha.repeats(pixels), (long) pixels.width() * pixels.height());
        }
    }

    private final NativeCode code;

    public NativePng(NativeCode code) {
        this.code = code;
    }

    @Override
    public boolean reads(Original original) {
        return original instanceof PngOriginal;
    }

    /**
     * Returns true for all formats except PNG. PNG is lossless, so it would show what 8-bit colours lose under low
     * alpha.
     */
    @Override
    public boolean serves(Format format) {
        return format != Format.PNG;
    }

    @Override
    public NativeOriginal open(Original original) throws NotNativeException {
        PngOriginal file = (PngOriginal) original;
        PngHeader png = file.png();
        if (png.depth() > MOST_DEPTH) {
            throw new NotNativeException("PNG has " + png.depth() + " bits per sample");
        }
        if (!png.hasPalette() && file.hasTransparency()) {
            throw new NotNativeException("PNG has a transparent colour");
        }
        if (file.frames() > 1) {
            throw new NotNativeException("PNG is animated");
        }
        if (!file.colour(COLOURS).equals(Colour.SRGB)) {
            throw new NotNativeException("PNG is not in sRGB");
        }
        if (ATTEMPTS * PngCost.nanos(png, false) > Cost.most(file.length())) {
            throw new NotNativeException("PNG takes too long to decode twice if it is damaged");
        }
        return new OpenPng(code, file);
    }
}
