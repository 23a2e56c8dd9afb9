package io.edgepix.imaging.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** Runs ImageIO's readers on bytes in memory, and disposes of them. */
public final class Readers {
    /** What is asked of an open reader. */
    public interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private Readers() {}

    /**
     * As much of the first picture as the reader gets to before it fails; the rest is as a new picture is: black, or
     * transparent. Throws what it fails with where all is.
     *
     * @param type of the picture; null for the reader's own choice
     */
    public static BufferedImage part(ImageReader reader, @Nullable ImageTypeSpecifier type) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier wanted =
                type != null ? type : reader.getImageTypes(0).next();
        BufferedImage image = wanted.createBufferedImage(reader.getWidth(0), reader.getHeight(0));
        param.setDestination(image);
        try {
            return reader.read(0, param);
        } catch (IOException | RuntimeException e) {
            if (isBlank(image.getRaster().getDataBuffer())) {
                throw e;
            }
            return image;
        }
    }

    private static boolean isBlank(DataBuffer samples) {
        for (int bank = 0; bank < samples.getNumBanks(); bank++) {
            for (int i = 0; i < samples.getSize(); i++) {
                if (samples.getElem(bank, i) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    public static <T> T use(ImageReader reader, byte[] bytes, Use<T> use) throws IOException {
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            return use.of(reader);
        } finally {
            reader.dispose();
        }
    }
}
