package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.PackedRows;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;

/** Decodes BMPs of Windows and OS/2. A BMP is a file header and a device-independent bitmap. */
public final class BmpDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 30;
    private static final int DATA = 10;
    private static final int HEADER = 14;

    @SuppressWarnings("ArrayRecordComponent") // the array is not copied, and records are not compared
    private record BmpOriginal(byte[] bytes, DibHeader dib, boolean part) implements Original {
        @Override
        public Header header() {
            return new Header(dib.width, dib.height, Orientation.UPRIGHT);
        }

        @Override
        public long nanos() {
            return NANOS_A_PIXEL * dib.width * dib.height;
        }

        @Override
        public Samples decode(Detail detail) throws IOException {
            Rows rows = dib.coding == DibHeader.Coding.PLAIN
                    ? DibRows.of(bytes, dib, part)
                    : new PackedRows(DibRuns.read(bytes, dib, part));
            return new Samples(rows, IccColour.of(dib.profile().orElse(null), 3));
        }
    }

    @Override
    public String name() {
        return "BMP";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "BM") && bytes.length >= 26;
    }

    @Override
    public Original open(byte[] bytes) throws IOException, UnrenderableException {
        return new BmpOriginal(bytes, dib(bytes), false);
    }

    @Override
    public Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        return new BmpOriginal(bytes, dib(bytes), true);
    }

    private static DibHeader dib(byte[] bytes) throws IOException, UnrenderableException {
        return DibHeader.read(bytes, HEADER, Bytes.little32(bytes, DATA));
    }
}
