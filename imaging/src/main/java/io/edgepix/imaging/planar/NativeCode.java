package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.codec.Tail;
import io.edgepix.imaging.foreign.AlphaCodec;
import io.edgepix.imaging.foreign.FrameCodec;
import io.edgepix.imaging.foreign.JpegCodec;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.PngCodec;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.foreign.WebpCodec;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.GraphicHeuristic;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.png.PngDeflater;
import io.edgepix.imaging.png.PngEncoder;
import io.edgepix.imaging.png.PngOriginal;
import io.edgepix.imaging.webp.WebpEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The native codecs and filters, prepared once. */
public final class NativeCode {
    /** The largest size of a filtered PNG of a photograph, as a share of the unfiltered PNG. */
    private static final double MUCH_LESS = 0.8;

    final JpegCodec jpeg;
    final PngCodec png;
    public final WebpCodec webp;
    public final FrameCodec frames;
    public final Vips vips;
    public final NativeBudget budget = NativeBudget.ofTheHeap();
    final PlaneShrink planes;
    public final AlphaCodec alpha;
    public final Map<Format, Encoder> encoders;
    final Tail tail;

    private final NativeLibrary library;

    public NativeCode(NativeLibrary library) {
        this.library = library;
        this.jpeg = new JpegCodec(library);
        this.png = new PngCodec(library);
        this.webp = new WebpCodec(library);
        this.frames = new FrameCodec(library);
        this.vips = new Vips(library);
        this.planes = new PlaneShrink(library);
        this.alpha = new AlphaCodec(library);
        this.encoders = Map.of(
                Format.WEBP,
                this::webp,
                Format.JPEG,
                this::jpeg,
                Format.AVIF,
                this::avif,
                Format.PNG,
                new PngEncoder(this::png),
                Format.GIF,
                this::gif);
        this.tail = new Tail(encoders);
    }

    /** Returns the folder of the native libraries. */
    public Path folder() {
        return library.folder();
    }

    /** Returns new memory outside the heap, which the caller must close. */
    public NativeMemory memory() {
        return library.memory();
    }

    private byte[] webp(Picture picture, int quality, Effort effort) {
        try (NativeMemory memory = memory()) {
            byte[] lossy =
                    webp.encode(memory, picture.samples(), picture.bands(), picture.width(), picture.height(), quality);
            if (!GraphicHeuristic.losslessMayBeSmaller(picture, lossy.length)) {
                return lossy;
            }
            byte[] lossless = webp.encodeLossless(
                    memory,
                    picture.samples(),
                    picture.bands(),
                    picture.width(),
                    picture.height(),
                    WebpEncoder.LOSSLESS_EFFORT);
            return lossless.length <= lossy.length ? lossless : lossy;
        }
    }

    private byte[] jpeg(Picture picture, int quality, Effort effort) {
        if (effort.mozjpeg()) {
            return mozjpeg(picture, quality, Chroma.ofJpeg(quality) > 1);
        }
        try (NativeMemory memory = memory()) {
            long samples = memory.copy(picture.samples());
            Planes planes = jpeg.planes(
                    memory, samples, picture.bands(), picture.width(), picture.height(), Chroma.ofJpeg(quality));
            return jpeg.encode(memory, planes, quality);
        }
    }

    /**
     * Encodes as JPEG by mozjpeg.
     *
     * @param picture has no alpha
     * @param halved whether 2x2 pixels share a sample of chroma
     */
    byte[] mozjpeg(Picture picture, int quality, boolean halved) {
        boolean grey = picture.isGrey();
        try (NativeMemory memory = memory()) {
            return vips.jpeg(
                    memory,
                    grey ? picture.firstBand() : picture.samples(),
                    grey ? 1 : picture.bands(),
                    picture.width(),
                    picture.height(),
                    quality,
                    halved);
        }
    }

    private byte[] avif(Picture picture, int quality, Effort effort) {
        try (NativeMemory memory = memory()) {
            return vips.avif(
                    memory,
                    picture.samples(),
                    picture.bands(),
                    picture.width(),
                    picture.height(),
                    quality,
                    effort.avif());
        }
    }

    /**
     * Encodes PNG. If filters help little, the picture is a drawing, and is also compressed by the JDK's zlib. The
     * library that libvips uses is faster, but compresses repetitive pictures less well.
     *
     * @param bands 3 for red, green and blue; 4 with straight alpha
     */
    private byte[] png(byte[] samples, int width, int height, int bands) throws IOException {
        try (NativeMemory memory = memory()) {
            long copy = memory.copy(samples);
            byte[] plain = PngOriginal.open(vips.png(memory, copy, width, height, bands, false))
                    .bare();
            byte[] filtered = PngOriginal.open(vips.png(memory, copy, width, height, bands, true))
                    .bare();
            byte[] best = filtered.length < plain.length ? filtered : plain;
            if (filtered.length <= MUCH_LESS * plain.length) {
                return best;
            }
            byte[] other = PngDeflater.unfiltered(samples, width, height, bands, PngDeflater.LEVEL);
            return other.length < best.length ? other : best;
        }
    }

    private byte[] gif(Picture picture, int quality, Effort effort) {
        try (NativeMemory memory = memory()) {
            return vips.gif(memory, picture.withAlpha().samples(), picture.width(), picture.height());
        }
    }
}
