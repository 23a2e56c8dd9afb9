package io.edgepix.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;

/** The first page of a TIFF by TwelveMonkeys' reader. */
final class TiffDecoder implements Decoder {
    private static final int PHOTOMETRIC = 262;
    private static final int CIELAB = 8;

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
        // TwelveMonkeys takes 8-bit a and b for unsigned, and knows no D50.
        boolean lab = Exif.tag(original, PHOTOMETRIC) == CIELAB;
        return Readers.use(
                new TIFFImageReaderSpi().createReaderInstance(null),
                original,
                reader -> lab ? lab(reader.readRaster(0, null)) : ImageRows.of(reader.read(0)));
    }

    private static Decoded lab(Raster raster) throws IOException {
        int type = raster.getTransferType();
        if (raster.getNumBands() != 3 || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
            throw new IOException("Lab of " + raster.getNumBands() + " samples of type " + type);
        }
        return new Decoded(new LabRows(raster), new LabColour());
    }
}
