package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import java.io.IOException;

/** BMP by TwelveMonkeys' reader. */
final class BmpDecoder implements Decoder {
    @Override
    public String name() {
        return "BMP";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "BM") && original.length >= 26;
    }

    @Override
    public Header header(byte[] original) throws IOException {
        return Readers.use(
                new BMPImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Orientation.UPRIGHT));
    }

    @Override
    public Decoded decode(byte[] original) throws IOException {
        return Readers.use(
                new BMPImageReaderSpi().createReaderInstance(null), original, reader -> ImageRows.of(reader.read(0)));
    }
}
