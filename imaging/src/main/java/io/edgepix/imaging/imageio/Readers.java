package io.edgepix.imaging.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** Runs ImageIO's readers on bytes in memory, and disposes of the readers. */
public final class Readers {
    /** A call to an open reader. */
    public interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private Readers() {}

    /**
     * Reads the first picture until the reader fails. The rest of the image stays black or transparent.
     *
     * @param type the type of the image; null for the reader's default
     * @throws IOException the failure of the reader, if all samples that it read are 0
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

    /** Runs a call with a reader of the given bytes, disposes of the reader, and returns the result. */
    public static <T> T use(ImageReader reader, byte[] bytes, Use<T> use) throws IOException {
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            return use.of(reader);
        } finally {
            reader.dispose();
        }
    }
}
