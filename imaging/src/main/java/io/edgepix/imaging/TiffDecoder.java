package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;

/** The first page of a TIFF by TwelveMonkeys' reader. */
final class TiffDecoder implements Decoder {
    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "II*\0") || Bytes.has(original, 0, "MM\0*");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        return Readers.use(
                new TIFFImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Exif.orientation(original)));
    }

    @Override
    public Decoded decode(byte[] original) throws IOException {
        return Readers.use(
                new TIFFImageReaderSpi().createReaderInstance(null), original, reader -> ImageRows.of(reader.read(0)));
    }
}
