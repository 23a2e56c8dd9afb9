package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.Picture;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a picture in one format. */
public interface Encoder {
    /**
     * Encodes a picture.
     *
     * @param quality 1 to 100; ignored by lossless formats
     * @param effort ignored by encoders with a single effort
     */
    byte[] encode(Picture picture, int quality, Effort effort) throws IOException;

    /** Writes an image with an ImageIO writer, disposes of the writer, and returns the bytes. */
    static byte[] write(ImageWriter writer, ImageWriteParam param, RenderedImage image, @Nullable IIOMetadata metadata)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
