package io.edgepix.imaging.gif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.gif.GifLzw.End;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.sample.CanvasRows;
import java.io.IOException;

/**
 * The first frame of a GIF, at its place on the logical screen.
 *
 * <p>Rows that are missing make it broken, unless its data ends by an end code: then it is shown as far as it goes.
 */
public final class GifDecoder implements PartDecoder {
    private static final long NANOS_A_PIXEL = 20;
    private static final long NANOS_AN_EMPTY_PIXEL = 10;

    @Override
    public String name() {
        return "GIF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "GIF87a") || Bytes.has(original, 0, "GIF89a");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        return GifFile.readFirst(original).canvas();
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return NANOS_A_PIXEL * GifFile.readFirst(original).first().pixels()
                + NANOS_AN_EMPTY_PIXEL * header.width() * header.height();
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
        GifFile file = GifFile.readFirst(original);
        GifFrame frame = file.first();
        GifRows rows = new GifRows(frame);
        End end = new GifLzw().decode(frame, rows::take);
        if (rows.isEmpty() || !(part || end == End.WHOLE || end == End.STATED)) {
            throw new IOException("The first frame is " + end);
        }
        Header canvas = file.canvas();
        return new Decoded(
                CanvasRows.of(rows, canvas.width(), canvas.height(), frame.left(), frame.top()), Colour.SRGB);
    }
}
