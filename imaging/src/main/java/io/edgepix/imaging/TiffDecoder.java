package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** The first page of a TIFF by TwelveMonkeys' reader. */
final class TiffDecoder implements Decoder {
    private static final int PHOTOMETRIC = 262;
    private static final int CIELAB = 8;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;

    /** None, fax, LZW, JPEG old and new, deflate old and new, word-aligned fax, PackBits. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32946, 32771, 32773);

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "II*\0") || Bytes.has(original, 0, "MM\0*");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        checkKind(original);
        return Readers.use(
                new TIFFImageReaderSpi().createReaderInstance(null),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Exif.orientation(original)));
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        // TwelveMonkeys takes 8-bit a and b for unsigned, and knows no D50.
        boolean lab = Exif.tag(original, PHOTOMETRIC) == CIELAB;
        return Readers.use(
                new TIFFImageReaderSpi().createReaderInstance(null),
                original,
                reader -> lab ? lab(reader.readRaster(0, null)) : ImageRows.of(read(reader)));
    }

    private static void checkKind(byte[] original) throws UnrenderableException {
        if (Exif.tag(original, PHOTOMETRIC) == CIELAB && Exif.tag(original, BITS) == 32) {
            throw UnrenderableException.unsupported("32-bit Lab TIFF");
        }
        int compression = Exif.tag(original, COMPRESSION);
        if (compression > 0 && !COMPRESSIONS.contains(compression)) {
            throw UnrenderableException.unsupported("TIFF with compression " + compression);
        }
    }

    /** Its first choice of type takes colours that are multiplied by alpha for straight ones. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier stored = reader.getRawImageType(0);
        if (stored != null && stored.getColorModel().isAlphaPremultiplied()) {
            param.setDestinationType(stored);
        }
        return reader.read(0, param);
    }

    private static Decoded lab(Raster raster) throws IOException {
        int type = raster.getTransferType();
        if (raster.getNumBands() != 3 || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
            throw new IOException("Lab of " + raster.getNumBands() + " samples of type " + type);
        }
        return new Decoded(new LabRows(raster), new LabColour());
    }
}
