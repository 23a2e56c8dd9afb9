package io.edgepix.imaging;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Runs ImageIO's readers on bytes in memory, and disposes of them. */
final class Readers {
    /** What is asked of an open reader. */
    interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private Readers() {}

    static <T> T use(ImageReader reader, byte[] bytes, Use<T> use) throws IOException {
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            return use.of(reader);
        } finally {
            reader.dispose();
        }
    }
}
