package io.edgepix.imaging.jpeg;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.YccColour;
import io.edgepix.imaging.colour.YcckColour;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.ByteRows;
import java.io.IOException;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * JPEG, decoded no finer than the derivative needs and without conversion of what is only shrunk away.
 *
 * <p>What is not baseline or progressive, or not as the standard has it, goes to TwelveMonkeys' reader, which is given
 * no more than it needs to decode samples. Profiles are left out of what it sees: it would convert the whole original
 * where the small picture is enough. Inks are read as they are stored, for the same reason.
 */
public final class JpegDecoder implements PartDecoder {
    private static final int INKS = 4;
    private static final JPEGImageReaderSpi PROVIDER = provider();

    /** It finds the JDK's decoder only once it is registered. */
    private static JPEGImageReaderSpi provider() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi found = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (found == null) {
            found = new JPEGImageReaderSpi();
            registry.registerServiceProvider(found, ImageReaderSpi.class);
        }
        return found;
    }

    @Override
    public String name() {
        return "JPEG";
    }

    @Override
    public boolean recognises(byte[] original) {
        return JpegRepair.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        JpegHeader header = JpegRepair.header(original);
        JpegProcess.check(header);
        return header(header);
    }

    /** What a renderer needs to know of a JPEG. */
    public static Header header(JpegHeader header) {
        return new Header(header.width(), header.height(), Exif.orientation(header.exif()));
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return JpegRepair.nanos(original);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        byte[] jpeg = JpegRepair.whole(original);
        JpegHeader header = JpegHeader.read(jpeg);
        if (header.isLossless()) {
            return new Decoded(JpegLossless.decode(jpeg, header), colour(header));
        }
        if (JpegProcess.isHuffman(header)) {
            try {
                return planes(jpeg, header, detail);
            } catch (IOException | IndexOutOfBoundsException e) {
                // What is odd here may be all right to the reader, and it says better what is not.
            }
        }
        return samples(jpeg, header, detail, true);
    }

    /** What is missing is grey, as it is to other decoders. */
    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        byte[] jpeg = JpegRepair.part(original);
        JpegHeader header = JpegHeader.read(jpeg);
        if (header.isLossless()) {
            return new Decoded(JpegLossless.decodePart(jpeg, header), colour(header));
        }
        return JpegProcess.isHuffman(header)
                ? new Decoded(JpegPlanes.decodePart(jpeg, header, detail).planes(), colour(header))
                : samples(jpeg, header, detail, false);
    }

    private static Decoded planes(byte[] jpeg, JpegHeader header, Detail detail) throws IOException {
        JpegFrame frame = JpegPlanes.decode(jpeg, header, detail);
        return new Decoded(frame.planes(), colour(header));
    }

    private static Decoded samples(byte[] jpeg, JpegHeader header, Detail detail, boolean whole) throws IOException {
        byte[] enough = JpegMeans.suffice(header, detail.shrink()) ? JpegDcScans.alone(jpeg, header.scanStart()) : jpeg;
        JpegWarnings warnings = new JpegWarnings();
        Decoded decoded = Readers.use(PROVIDER.createReaderInstance(null), header.bare(enough), reader -> {
            reader.addIIOReadWarningListener(warnings);
            if (header.components() == INKS) {
                return new Decoded(new ByteRows(reader.readRaster(0, null), false, false), colour(header));
            }
            return ImageRows.of(reader.read(0), header.profile());
        });
        if (whole) {
            warnings.check();
        }
        return decoded;
    }

    /** What the samples mean, as they are stored. */
    private static Colour colour(JpegHeader header) {
        Colour colour = IccColour.of(header.profile(), header.components());
        if (header.components() != INKS) {
            return header.components() == 3 && header.isYcc() ? new YccColour(colour) : colour;
        }
        // Without Adobe's marker, too: browsers take all inks for inverted.
        Colour stored = colour.inverted();
        return header.isYcc() ? new YcckColour(stored) : stored;
    }
}
