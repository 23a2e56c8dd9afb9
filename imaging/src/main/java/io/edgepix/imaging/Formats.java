package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.bmp.BmpDecoder;
import io.edgepix.imaging.bmp.IcoDecoder;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.gif.GifDecoder;
import io.edgepix.imaging.gif.GifEncoder;
import io.edgepix.imaging.jpeg.JpegDecoder;
import io.edgepix.imaging.jpeg.JpegEncoder;
import io.edgepix.imaging.png.PngDecoder;
import io.edgepix.imaging.png.PngEncoder;
import io.edgepix.imaging.psd.PsdDecoder;
import io.edgepix.imaging.tiff.TiffDecoder;
import io.edgepix.imaging.webp.WebpDecoder;
import io.edgepix.imaging.webp.WebpEncoder;
import java.util.List;
import java.util.Map;

/** The codecs that run on every JVM. */
final class Formats {
    /** The decoders, in the order in which they are asked whether they recognise an original. */
    static final List<Decoder> DECODERS = List.of(
            new JpegDecoder(),
            new PngDecoder(),
            new WebpDecoder(),
            new GifDecoder(),
            new TiffDecoder(),
            new BmpDecoder(),
            new PsdDecoder(),
            new IcoDecoder());

    /** The encoders by the format that they write. */
    static final Map<Format, Encoder> ENCODERS = Map.of(
            Format.WEBP, new WebpEncoder(),
            Format.JPEG, new JpegEncoder(),
            Format.PNG, new PngEncoder(),
            Format.GIF, new GifEncoder());

    private Formats() {}
}
