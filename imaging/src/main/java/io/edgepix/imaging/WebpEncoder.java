package io.edgepix.imaging;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.io.IOException;
import javax.imageio.ImageWriter;

/** Lossy WebP by libwebp; alpha is kept without loss. */
final class WebpEncoder implements Encoder {
    private static final int METHOD = 4;

    @Override
    public byte[] encode(Picture picture, int quality) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionType(CompressionType.Lossy);
        param.setCompressionQuality(quality / 100f);
        param.setMethod(METHOD);
        return Encoder.write(writer, param, picture);
    }
}
