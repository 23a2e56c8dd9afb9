package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import java.io.IOException;

/** The flattened picture that a PSD carries, by TwelveMonkeys' reader, which does not get to see the profile. */
final class PsdDecoder implements PartDecoder {
    private static final int MULTICHANNEL = 7;
    private static final int LAB = 9;
    private static final long NANOS_A_PIXEL = 30;

    @Override
    public String name() {
        return "PSD";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "8BPS");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        int mode = original.length < 26 ? -1 : Bytes.big16(original, 24);
        if (mode == MULTICHANNEL || mode == LAB) {
            throw UnrenderableException.unsupported((mode == LAB ? "Lab" : "multichannel") + " PSD");
        }
        return Readers.use(
                new PSDImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Orientation.UPRIGHT));
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        PsdProfile profile = PsdProfile.of(original);
        return Readers.use(
                new PSDImageReaderSpi().createReaderInstance(null),
                profile.without(),
                reader -> ImageRows.of(reader.read(0), profile.bytes()));
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        PsdProfile profile = PsdProfile.of(original);
        return Readers.use(
                new PSDImageReaderSpi().createReaderInstance(null),
                profile.without(),
                reader -> ImageRows.of(Readers.part(reader, null), profile.bytes()));
    }
}
