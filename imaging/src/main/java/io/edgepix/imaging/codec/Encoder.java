package io.edgepix.imaging.codec;

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
    byte[] encode(Picture picture, int quality) throws IOException;

    /** Runs a writer to its end and disposes of it. */
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
