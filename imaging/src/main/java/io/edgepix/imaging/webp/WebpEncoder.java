package io.edgepix.imaging.webp;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.GraphicHeuristic;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import javax.imageio.ImageWriter;

/** Encodes lossy WebP with libwebp. Alpha is lossless. Drawings become lossless WebP if that is not larger. */
public final class WebpEncoder implements Encoder {
    /** The effort of the lossless encoder, 0 to 100. It is libwebp's default. */
    public static final int LOSSLESS_EFFORT = 75;

    private static final int METHOD = 4;

    @Override
    public byte[] encode(Picture picture, int quality, Effort effort) throws IOException {
        byte[] lossy = encode(picture, CompressionType.Lossy, quality);
        if (!GraphicHeuristic.losslessMayBeSmaller(picture, lossy.length)) {
            return lossy;
        }
        byte[] lossless = encode(picture, CompressionType.Lossless, LOSSLESS_EFFORT);
        return lossless.length <= lossy.length ? lossless : lossy;
    }

    private static byte[] encode(Picture picture, CompressionType type, int quality) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionType(type);
        param.setCompressionQuality(quality / 100f);
        param.setMethod(METHOD);
        return Encoder.write(writer, param, picture.asImage(), null);
    }
}
