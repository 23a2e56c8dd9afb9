package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** The first page of a TIFF by TwelveMonkeys' reader, which does not get to see the profile. */
final class TiffDecoder implements PartDecoder {
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int EXTRA_SAMPLES = 338;
    private static final int PROFILE = 34675;

    private static final int CIELAB = 8;
    /** In pixels; larger ones must be covered by the picture for the most part. */
    private static final long LARGE_TILE = 1 << 20;

    /** None, fax, LZW, JPEG old and new, deflate old and new, word-aligned fax, PackBits. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32946, 32771, 32773);

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "II*\0") || Bytes.has(original, 0, "MM\0*") || isBig(original);
    }

    private static boolean isBig(byte[] original) {
        return Bytes.has(original, 0, "II+\0") || Bytes.has(original, 0, "MM\0+");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        TiffDirectory directory = directory(original);
        checkKind(directory);
        Header header = Readers.use(
                reader(original),
                original,
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), Exif.orientation(original)));
        checkTiles(directory, header);
        return header;
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return TiffCost.nanos(original, directory(original), header);
    }

    private static ImageReader reader(byte[] original) throws IOException {
        return isBig(original)
                ? new BigTIFFImageReaderSpi().createReaderInstance(null)
                : new TIFFImageReaderSpi().createReaderInstance(null);
    }

    private static TiffDirectory directory(byte[] original) throws IOException {
        TiffDirectory directory = TiffDirectory.of(original);
        if (directory == null) {
            throw new IOException("No directory");
        }
        return directory;
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        TiffDirectory directory = directory(original);
        // TwelveMonkeys takes 8-bit a and b for unsigned, and knows no D50.
        boolean lab = directory.number(PHOTOMETRIC) == CIELAB;
        return Readers.use(
                reader(original),
                directory.without(PROFILE),
                reader -> lab
                        ? lab(reader.readRaster(0, null))
                        : ImageRows.of(shown(read(reader), directory), directory.bytes(PROFILE)));
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        TiffDirectory directory = directory(original);
        if (directory.number(PHOTOMETRIC) == CIELAB) {
            return decode(original, detail);
        }
        return Readers.use(
                reader(original),
                directory.without(PROFILE),
                reader -> ImageRows.of(
                        shown(Readers.part(reader, premultiplied(reader)), directory), directory.bytes(PROFILE)));
    }

    private static void checkKind(TiffDirectory directory) throws UnrenderableException {
        if (directory.number(PHOTOMETRIC) == CIELAB && directory.number(BITS) == 32) {
            throw UnrenderableException.unsupported("32-bit Lab TIFF");
        }
        int compression = directory.number(COMPRESSION);
        if (compression > 0 && !COMPRESSIONS.contains(compression)) {
            throw UnrenderableException.unsupported("TIFF with compression " + compression);
        }
    }

    /** A tile is decoded whole, whatever the picture shows of it. */
    private static void checkTiles(TiffDirectory directory, Header header) throws IOException {
        long tile = (long) directory.number(TILE_WIDTH) * directory.number(TILE_HEIGHT);
        if (tile > LARGE_TILE && tile > 4L * header.width() * header.height()) {
            throw new IOException("A tile of " + tile + " pixels in a picture of " + header);
        }
    }

    /** A fourth sample is alpha where it says so; unspecified, 0, where some pixel shows by it. */
    private static BufferedImage shown(BufferedImage image, TiffDirectory directory) {
        return directory.number(EXTRA_SAMPLES) > 0 ? image : UnsetAlpha.without(image);
    }

    /** Its first choice of type takes colours that are multiplied by alpha for straight ones. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier stored = premultiplied(reader);
        if (stored != null) {
            param.setDestinationType(stored);
        }
        return reader.read(0, param);
    }

    /** The type that is stored where its colours are multiplied by alpha; else null. */
    private static @Nullable ImageTypeSpecifier premultiplied(ImageReader reader) throws IOException {
        ImageTypeSpecifier stored = reader.getRawImageType(0);
        return stored != null && stored.getColorModel().isAlphaPremultiplied() ? stored : null;
    }

    private static Decoded lab(Raster raster) throws IOException {
        int type = raster.getTransferType();
        if (raster.getNumBands() != 3 || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
            throw new IOException("Lab of " + raster.getNumBands() + " samples of type " + type);
        }
        return new Decoded(new LabRows(raster), new LabColour());
    }
}
