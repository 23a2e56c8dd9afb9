package io.edgepix.imaging.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.LabColour;
import io.edgepix.imaging.colour.MatrixColour;
import io.edgepix.imaging.colour.Primaries;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.exif.TiffDirectory;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.sample.Rows;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** An open TIFF. TwelveMonkeys' reader decodes fax, JPEG, and luma with chroma. It does not receive the ICC profile. */
final class TiffOriginal implements Original {
    private static final int PROFILE = 34675;

    private final byte[] bytes;
    private final TiffDirectory directory;
    private final TiffLayout layout;
    private final boolean part;
    private final Header header;

    TiffOriginal(byte[] bytes, TiffDirectory directory, TiffLayout layout, boolean part) {
        this.bytes = bytes;
        this.directory = directory;
        this.layout = layout;
        this.part = part;
        this.header = new Header(layout.width, layout.height, Exif.orientation(directory));
    }

    static boolean isBig(byte[] bytes) {
        return Bytes.has(bytes, 0, "II+\0") || Bytes.has(bytes, 0, "MM\0+");
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public long nanos() {
        return TiffCost.nanos(bytes, directory, header);
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        byte @Nullable [] profile = directory.bytes(PROFILE).orElse(null);
        if (layout.isPlain()) {
            Rows rows = TiffRows.of(layout, TiffPlanes.read(bytes, layout, part));
            return new Samples(rows, colour(rows.colours(), profile));
        }
        int bits = layout.bits(0)[0];
        return Readers.use(
                reader(),
                directory.without(PROFILE),
                reader -> ImageRows.of(
                        part ? Readers.part(reader, premultiplied(reader).orElse(null)) : read(reader), profile, bits));
    }

    private ImageReader reader() throws IOException {
        return isBig(bytes)
                ? new BigTIFFImageReaderSpi().createReaderInstance(null)
                : new TIFFImageReaderSpi().createReaderInstance(null);
    }

    /**
     * Returns the colour space of the samples. Floats without a profile are linear light. A profile for Lab samples is
     * ignored, since Lab needs none.
     */
    private Colour colour(int colours, byte @Nullable [] profile) {
        if (layout.isLab()) {
            return new LabColour();
        }
        boolean linear = layout.floating && profile == null && colours < 4;
        return linear ? new MatrixColour(stored -> stored, Primaries.SRGB, colours) : IccColour.of(profile, colours);
    }

    /**
     * Reads the picture in the stored type if its colours are multiplied by alpha. By default, the reader chooses a
     * type in which such colours count as straight.
     */
    private static BufferedImage read(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        premultiplied(reader).ifPresent(param::setDestinationType);
        return reader.read(0, param);
    }

    /** Returns the stored type if its colours are multiplied by alpha. */
    private static Optional<ImageTypeSpecifier> premultiplied(ImageReader reader) throws IOException {
        return Optional.ofNullable(reader.getRawImageType(0))
                .filter(stored -> stored.getColorModel().isAlphaPremultiplied());
    }
}
