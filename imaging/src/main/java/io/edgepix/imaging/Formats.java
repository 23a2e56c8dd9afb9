package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.avif.AvifDecoder;
import io.edgepix.imaging.bmp.BmpDecoder;
import io.edgepix.imaging.bmp.IcoDecoder;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.gif.GifDecoder;
import io.edgepix.imaging.gif.GifEncoder;
import io.edgepix.imaging.jpeg.JpegDecoder;
import io.edgepix.imaging.jpeg.JpegEncoder;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NativeDecoder;
import io.edgepix.imaging.planar.NativePng;
import io.edgepix.imaging.planar.NativeRecoder;
import io.edgepix.imaging.planar.NativeWebpPart;
import io.edgepix.imaging.planar.PlanarJpeg;
import io.edgepix.imaging.planar.PlanarWebp;
import io.edgepix.imaging.png.PngDecoder;
import io.edgepix.imaging.png.PngEncoder;
import io.edgepix.imaging.psd.PsdDecoder;
import io.edgepix.imaging.svg.SvgDecoder;
import io.edgepix.imaging.svg.SvgProgram;
import io.edgepix.imaging.tiff.TiffDecoder;
import io.edgepix.imaging.webp.WebpDecoder;
import io.edgepix.imaging.webp.WebpEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the codecs. */
final class Formats {
    /** The encoders that run on every JVM, by the format that they write. */
    static final Map<Format, Encoder> ENCODERS = Map.of(
            Format.WEBP, new WebpEncoder(),
            Format.JPEG, new JpegEncoder(),
            Format.PNG, new PngEncoder(),
            Format.GIF, new GifEncoder());

    /** The decoders that run on every JVM. The first one that recognises a file opens it. */
    static final List<Decoder> DECODERS = decoders(new JpegDecoder(), new WebpDecoder());

    private Formats() {}

    private static List<Decoder> decoders(JpegDecoder jpeg, WebpDecoder webp) {
        return List.of(
                jpeg,
                new PngDecoder(),
                webp,
                new GifDecoder(),
                new TiffDecoder(),
                new BmpDecoder(),
                new PsdDecoder(),
                new IcoDecoder());
    }

    /**
     * Returns the decoders of a machine that has native code. They also read AVIF, arithmetic-coded JPEG, and SVG if
     * its program is installed.
     */
    static List<Decoder> decoders(NativeCode code) {
        List<Decoder> decoders = new ArrayList<>(
                decoders(new JpegDecoder(new NativeRecoder(code)), new WebpDecoder(new NativeWebpPart(code))));
        decoders.add(new AvifDecoder(code));
        SvgProgram svg = new SvgProgram(code.folder());
        if (svg.isThere()) {
            decoders.add(new SvgDecoder(svg, code.budget));
        }
        return List.copyOf(decoders);
    }

    /** Returns the native decoders, which read plain kinds of originals. */
    static List<NativeDecoder> nativeDecoders(NativeCode code) {
        return List.of(new PlanarJpeg(code), new PlanarWebp(code), new NativePng(code));
    }
}
