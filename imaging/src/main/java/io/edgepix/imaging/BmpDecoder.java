package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DirectColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Set;

/** BMP by TwelveMonkeys' reader. */
final class BmpDecoder implements PartDecoder {
    private static final long NANOS_A_PIXEL = 30;
    private static final int COMPRESSION = 30;
    private static final int HEADER = 14;
    private static final int HEADER_LENGTH = 40;
    private static final int HEADER_END = HEADER + HEADER_LENGTH;
    /** What printers take: BI_JPEG and BI_PNG, pictures of any size inside. */
    private static final Set<Integer> HELD = Set.of(4, 5);

    private static final int[] COLOURS = {0, 1, 2};

    @Override
    public String name() {
        return "BMP";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "BM") && original.length >= 26;
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        if (original.length >= HEADER_END
                && Bytes.little32(original, HEADER) >= HEADER_LENGTH
                && HELD.contains(Bytes.little32(original, COMPRESSION))) {
            throw UnrenderableException.unsupported("BMP that holds a JPEG or PNG");
        }
        return Readers.use(
                new BMPImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Orientation.UPRIGHT));
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        return Readers.use(
                new BMPImageReaderSpi().createReaderInstance(null),
                original,
                reader -> ImageRows.of(shown(reader.read(0))));
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return Readers.use(
                new BMPImageReaderSpi().createReaderInstance(null),
                original,
                reader -> ImageRows.of(shown(Readers.part(reader, null))));
    }

    /** Alpha that hides everything is a fourth byte nobody has set, and browsers show the picture. */
    private static BufferedImage shown(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_ARGB || !hidesAll(image)) {
            return image;
        }
        WritableRaster colours =
                image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLOURS);
        return new BufferedImage(new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF), colours, false, null);
    }

    private static boolean hidesAll(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int sample : image.getRaster().getSamples(0, y, row.length, 1, 3, row)) {
                if (sample != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
