package io.edgepix.imaging.gif;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.gif.GifLzw.End;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.sample.CanvasRows;
import java.io.IOException;
import java.util.Optional;

/**
 * An open GIF. Decoding returns its first frame, at its position on the logical screen.
 *
 * <p>A GIF with missing rows is broken, unless its data ends with an end code. In that case the rows before the end
 * code are shown.
 */
public final class GifOriginal implements Original {
    private static final long NANOS_A_PIXEL = 20;
    private static final long NANOS_AN_EMPTY_PIXEL = 10;

    private final GifFile file;
    private final Header canvas;
    private final boolean part;

    private GifOriginal(GifFile file, boolean part) throws IOException {
        this.file = file;
        this.canvas = file.canvas();
        this.part = part;
    }

    /**
     * Reads the blocks.
     *
     * @param part whether rows that cannot be read may be missing
     */
    static GifOriginal open(byte[] bytes, boolean part) throws IOException {
        return new GifOriginal(GifFile.read(bytes), part);
    }

    /** Returns the blocks of the file. */
    public GifFile file() {
        return file;
    }

    @Override
    public Header header() {
        return canvas;
    }

    @Override
    public long nanos() throws IOException {
        return NANOS_A_PIXEL * file.first().pixels() + NANOS_AN_EMPTY_PIXEL * canvas.width() * canvas.height();
    }

    @Override
    public Optional<Animation> animation() throws IOException {
        return Optional.of(file.animation()).filter(Animation::isAnimated);
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        GifFrame frame = file.first();
        GifRows rows = new GifRows(frame);
        End end = new GifLzw().decode(frame, rows::take);
        if (rows.isEmpty() || !(part || end == End.WHOLE || end == End.STATED)) {
            throw new IOException("Expected a readable first frame, got one whose data is " + end);
        }
        return new Samples(
                CanvasRows.of(rows, canvas.width(), canvas.height(), frame.left(), frame.top()), Colour.SRGB);
    }
}
