package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import java.io.IOException;

/** The flattened picture that a PSD carries. */
final class PsdDecoder implements Decoder {
    @Override
    public String name() {
        return "PSD";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "8BPS");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        return Readers.use(
                new PSDImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Orientation.UPRIGHT));
    }

    @Override
    public Decoded decode(byte[] original) throws IOException {
        return Readers.use(
                new PSDImageReaderSpi().createReaderInstance(null), original, reader -> ImageRows.of(reader.read(0)));
    }
}
