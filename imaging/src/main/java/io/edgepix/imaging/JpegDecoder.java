package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * JPEG by TwelveMonkeys' reader, which is given no more than it needs to decode samples.
 *
 * <p>Profiles are left out of what it sees: it would convert the whole original where the small picture is
 * enough. Inks are read as they are stored, for the same reason. Of a progressive JPEG it sees the DC scans
 * alone where they are enough.
 */
final class JpegDecoder implements Decoder {
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
        return Bytes.has(original, 0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        JpegHeader header = JpegHeader.read(original);
        JpegProcess.check(header);
        return new Header(header.width(), header.height(), Exif.orientation(header.exif()));
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        JpegHeader header = JpegHeader.read(original);
        JpegScans.check(original, header.scanStart());
        boolean means = JpegMeans.suffice(header, detail.shrink());
        byte[] enough = means ? JpegDcScans.alone(original, header.scanStart()) : original;
        JpegWarnings warnings = new JpegWarnings();
        Decoded decoded = Readers.use(PROVIDER.createReaderInstance(null), header.bare(enough), reader -> {
            reader.addIIOReadWarningListener(warnings);
            return header.components() == INKS ? inks(reader, header) : ImageRows.of(reader.read(0), header.profile());
        });
        warnings.check();
        return decoded;
    }

    private static Decoded inks(ImageReader reader, JpegHeader header) throws IOException {
        Raster raster = reader.readRaster(0, null);
        Colour colour = IccColour.of(header.profile(), INKS);
        Colour stored = header.isAdobe() ? colour.inverted() : colour;
        return new Decoded(new ByteRows(raster, false, false), header.isYcc() ? new YcckColour(stored) : stored);
    }
}
