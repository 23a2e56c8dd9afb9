package io.edgepix.imaging;

import java.io.IOException;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Compressed, filtered PNG, not interlaced. */
final class PngEncoder implements Encoder {
    /** ImageIO's scale runs backwards: 0 is the hardest compression, 1 none. This is zlib's level 6. */
    private static final float EFFORT = 1 - 6 / 9f;

    @Override
    public byte[] encode(Picture picture, int quality) throws IOException {
        ImageWriter writer = Jdk.writer("png");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(EFFORT);
        return Encoder.write(writer, param, picture);
    }
}
