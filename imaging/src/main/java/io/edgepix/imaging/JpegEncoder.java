package io.edgepix.imaging;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

/** Baseline JPEG with Huffman tables of its own. */
final class JpegEncoder implements Encoder {
    @Override
    public byte[] encode(Picture picture, int quality) throws IOException {
        ImageWriter writer = Jdk.writer("jpeg");
        JPEGImageWriteParam param = new JPEGImageWriteParam(Locale.ROOT);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        param.setOptimizeHuffmanTables(true);
        return Encoder.write(writer, param, picture);
    }
}
