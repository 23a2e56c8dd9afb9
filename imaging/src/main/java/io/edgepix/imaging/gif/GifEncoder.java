package io.edgepix.imaging.gif;

import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.DropOpaqueAlpha;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import javax.imageio.ImageWriter;

/**
 * Encodes GIF with the JDK, which chooses the palette. Pixels with less than half opacity become transparent, and all
 * others become opaque.
 */
public final class GifEncoder implements Encoder {
    private static final int HALF = 128;

    @Override
    public byte[] encode(Picture picture, int quality, Effort effort) throws IOException {
        ImageWriter writer = Jdk.writer("gif");
        return Encoder.write(
                writer, writer.getDefaultWriteParam(), hardened(picture).asImage(), null);
    }

    private static Picture hardened(Picture picture) {
        if (!picture.alpha()) {
            return picture;
        }
        Picture hard = new Picture(picture.width(), picture.height(), true);
        byte[] samples = picture.samples();
        for (int i = 0; i < samples.length; i += 4) {
            if ((samples[i + 3] & 0xFF) >= HALF) {
                System.arraycopy(samples, i, hard.samples(), i, 3);
                hard.samples()[i + 3] = (byte) 0xFF;
            }
        }
        return DropOpaqueAlpha.of(hard);
    }
}
