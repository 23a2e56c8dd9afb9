package io.edgepix.imaging.jpeg;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import java.io.IOException;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes a JPEG with TwelveMonkeys' reader. The reader gets no ICC profile, since it would convert the whole original
 * instead of the small derivative. For the same reason CMYK is read as it is stored.
 */
final class JpegReader {
    private static final int CMYK = 4;
    private static final JPEGImageReaderSpi PROVIDER = provider();

    private JpegReader() {}

    /** Returns the registered reader. It finds the JDK's decoder only after it is registered. */
    private static JPEGImageReaderSpi provider() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi found = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (found == null) {
            found = new JPEGImageReaderSpi();
            registry.registerServiceProvider(found, ImageReaderSpi.class);
        }
        return found;
    }

    /**
     * Decodes all samples.
     *
     * @param colour the colour space of CMYK samples
     * @param whole whether to throw if the reader warns that the picture is damaged
     */
    static Samples decode(byte[] jpeg, JpegHeader header, Detail detail, Colour colour, boolean whole)
            throws IOException {
        byte[] enough =
                JpegDcOnly.suffice(header, detail.shrink()) ? JpegDcScans.alone(jpeg, header.scanStart()) : jpeg;
        JpegWarnings warnings = new JpegWarnings();
        Samples samples = Readers.use(PROVIDER.createReaderInstance(null), header.bare(enough), reader -> {
            reader.addIIOReadWarningListener(warnings);
            if (header.components() == CMYK) {
                return new Samples(new ByteRows(reader.readRaster(0, null), Alpha.NONE), colour);
            }
            return ImageRows.of(reader.read(0), header.profile().orElse(null));
        });
        if (whole) {
            warnings.check();
        }
        return samples;
    }
}
