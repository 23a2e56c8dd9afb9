package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.PackedRows;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;

/** BMP of Windows and OS/2: a file header, and a device-independent bitmap. */
public final class BmpDecoder implements PartDecoder {
    private static final long NANOS_A_PIXEL = 30;
    private static final int DATA = 10;
    private static final int HEADER = 14;

    @Override
    public String name() {
        return "BMP";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "BM") && original.length >= 26;
    }

    private static DibHeader dib(byte[] original) throws IOException, UnrenderableException {
        return new DibHeader(original, HEADER, Bytes.little32(original, DATA));
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        DibHeader header = dib(original);
        return new Header(header.width, header.height, Orientation.UPRIGHT);
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException, UnrenderableException {
        return decode(original, false);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException, UnrenderableException {
        return decode(original, true);
    }

    private static Decoded decode(byte[] original, boolean part) throws IOException, UnrenderableException {
        DibHeader header = dib(original);
        Rows rows = header.coding == DibHeader.Coding.PLAIN
                ? DibRows.of(original, header, part)
                : new PackedRows(DibRuns.read(original, header, part));
        return new Decoded(rows, IccColour.of(header.profile(), 3));
    }
}
