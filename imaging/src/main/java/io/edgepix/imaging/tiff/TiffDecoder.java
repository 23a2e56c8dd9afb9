package io.edgepix.imaging.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.LabColour;
import io.edgepix.imaging.colour.LightColour;
import io.edgepix.imaging.colour.Primaries;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.exif.TiffDirectory;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegProcess;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.Rows;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** The first page of a TIFF; fax, JPEG, and luma with chroma by TwelveMonkeys' reader, which does not get to see the profile. */
public final class TiffDecoder implements PartDecoder {
    private static final int COMPRESSION = 259;
    private static final int PROFILE = 34675;
    private static final int JPEG = 7;

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
        checkCompression(directory);
        TiffLayout layout = new TiffLayout(directory);
        if (layout.isPlain()) {
            layout.check();
        } else {
            layout.checkOther();
            checkJpeg(original, layout);
        }
        Header header = new Header(layout.width, layout.height, Exif.orientation(original));
        checkTiles(layout, header);
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
        return decode(original, false);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return decode(original, true);
    }

    private static Decoded decode(byte[] original, boolean part) throws IOException {
        TiffDirectory directory = directory(original);
        TiffLayout layout = new TiffLayout(directory);
        byte[] profile = directory.bytes(PROFILE);
        if (layout.isPlain()) {
            Rows rows = TiffRows.of(layout, TiffPlanes.read(original, layout, part));
            return new Decoded(rows, colour(layout, rows.colours(), profile));
        }
        int bits = layout.bits(0)[0];
        return Readers.use(
                reader(original),
                directory.without(PROFILE),
                reader ->
                        ImageRows.of(part ? Readers.part(reader, premultiplied(reader)) : read(reader), profile, bits));
    }

    /** Floats without a profile are light; a profile of Lab says nothing that the samples do not mean. */
    private static Colour colour(TiffLayout layout, int colours, byte @Nullable [] profile) {
        if (layout.isLab()) {
            return new LabColour();
        }
        boolean light = layout.floating && profile == null && colours < 4;
        return light ? new LightColour(stored -> stored, Primaries.SRGB, colours) : IccColour.of(profile, colours);
    }

    private static void checkCompression(TiffDirectory directory) throws UnrenderableException {
        int compression = directory.number(COMPRESSION);
        if (compression > 0 && !COMPRESSIONS.contains(compression)) {
            throw UnrenderableException.unsupported("TIFF with compression " + compression);
        }
    }

    /** What is wrong with a JPEG inside is found by its decoder, except for its kind. */
    private static void checkJpeg(byte[] original, TiffLayout layout) throws UnrenderableException {
        long[] starts = layout.starts();
        if (layout.compression != JPEG || starts.length == 0 || starts[0] < 0 || starts[0] >= original.length) {
            return;
        }
        try {
            JpegHeader jpeg = JpegHeader.read(Arrays.copyOfRange(original, (int) starts[0], original.length));
            JpegProcess.check(jpeg);
            if (!jpeg.isLossless() && jpeg.depth() != Byte.SIZE) {
                throw UnrenderableException.unsupported(jpeg.depth() + "-bit JPEG in TIFF");
            }
        } catch (IOException e) {
            // It may need the tables that stand elsewhere in the file.
        }
    }

    /** A tile is decoded whole, whatever the picture shows of it. */
    private static void checkTiles(TiffLayout layout, Header header) throws IOException {
        long tile = (long) layout.partWidth * layout.partHeight;
        if (layout.tiled && tile > LARGE_TILE && tile > 4L * header.width() * header.height()) {
            throw new IOException("A tile of " + tile + " pixels in a picture of " + header);
        }
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
}
