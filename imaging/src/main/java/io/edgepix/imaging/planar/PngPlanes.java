package io.edgepix.imaging.planar;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.AlphaPlanes;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.PngCodec.Decoded;
import io.edgepix.imaging.foreign.PngCodec.Rows;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.GraphicHeuristic;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PNG that our own decoder reads. It is decoded when the first derivative needs it: to luma and halved chroma for
 * derivatives that halve chroma anyway, and to colours for all others, for pictures with alpha or padding, and for
 * drawings in WebP, for which lossless coding may be smaller. Pictures whose WebP is larger than the PNG are drawings, too.
 */
final class PngPlanes implements NativeSamples {
    /** A picture counts as a drawing for the time being if one part in {@value} of its rows has runs. */
    private static final int PROBED = 8;

    /** The bytes for rows that are inflated but not decoded yet, and for the decoder's tables. */
    private static final int WORK = 1 << 19;
    /** The bytes for the rows that are being restored, converted and halved, for each column. */
    private static final int BYTES_A_COLUMN = 150;
    /** The bytes of four planes and their halves, for each pixel. */
    private static final int BYTES_OF_ALPHA = 6;
    /** The bytes of luma, chroma and four planes of colours, with their halves. */
    private static final int BYTES_OF_BOTH = 10;
    /** The most columns of a plane in addition to those of the picture. */
    private static final long COLUMNS = 17;

    private final NativeCode code;
    private final NativeMemory memory;
    private final Rows rows;
    private final Header header;
    private final int halvings;
    private @Nullable Boolean drawn;
    private @Nullable NativeSamples luma;
    private @Nullable NativeSamples colours;

    /**
     * Creates the samples.
     *
     * @param palette whether the PNG has a palette, so that it is a drawing
     * @param shrink the least number of its pixels for one pixel of the largest derivative
     */
    PngPlanes(NativeCode code, NativeMemory memory, Rows rows, Header header, boolean palette, double shrink) {
        this.code = code;
        this.memory = memory;
        this.rows = rows;
        this.header = header;
        this.halvings = Detail.halvings(shrink);
        this.drawn = palette ? true : null;
    }

    /** Returns the most bytes outside the heap that decoding to planes and shrinking them takes. */
    static long memory(Header header, boolean alpha, double shrink) {
        int halvings = Detail.halvings(shrink);
        long columns = (header.width() >> halvings) + COLUMNS;
        long lines = (header.height() >> halvings) + 2L;
        return WORK
                + (long) BYTES_A_COLUMN * header.width()
                + (alpha ? BYTES_OF_ALPHA : BYTES_OF_BOTH) * columns * lines;
    }

    @Override
    public byte[] render(RenderRequest request) throws IOException, NotNativeException, UnrenderableException {
        boolean halved = Chroma.shared(request.format(), request.quality()) > 1;
        boolean asLuma = halved && !rows.alpha() && request.fit() != Fit.PAD;
        boolean webp = request.format() == Format.WEBP;
        if (!asLuma || (webp && isDrawn())) {
            return colours().render(request);
        }
        byte[] lossy = luma().render(request);
        return webp && lossy.length > rows.length() ? smaller(lossy, colours().render(request)) : lossy;
    }

    /** Chooses between lossy WebP and WebP that may be lossless. Drawings without runs are found by the bytes alone. */
    static byte[] smaller(byte[] lossy, byte[] other) {
        return other.length < lossy.length ? other : lossy;
    }

    /**
     * Tells whether the picture is a drawing. The first rows suffice to decode to the planes that are likely to be
     * needed. All rows decide.
     */
    private boolean isDrawn() throws NotNativeException {
        if (drawn == null) {
            decodeLuma(header.height() / PROBED & -2);
        }
        if (drawn == null) {
            colours();
        }
        return Boolean.TRUE.equals(drawn);
    }

    private NativeSamples luma() throws NotNativeException {
        if (luma == null) {
            decodeLuma(0);
        }
        return Objects.requireNonNull(luma);
    }

    /**
     * Decodes to luma and chroma, unless half of the first pixels are repeats.
     *
     * @param probe the number of rows of these pixels, or 0
     */
    private void decodeLuma(int probe) throws NotNativeException {
        Decoded<Planes> decoded = whole(code.png.luma(memory, rows, halvings, probe));
        Planes planes = decoded.planes();
        if (decoded.rows() < header.height()) {
            memory.release(planes.luma());
            memory.release(planes.cb());
            memory.release(planes.cr());
            return;
        }
        drawn = drawn == null ? hasRuns(decoded) : drawn;
        luma = new PlanarSamples(code, DecodedPlanes.halved(planes, header, 1 << halvings), Colour.SRGB);
    }

    private NativeSamples colours() throws NotNativeException {
        if (colours == null) {
            Decoded<AlphaPlanes> decoded = whole(code.png.colours(memory, rows, halvings));
            drawn = drawn == null ? hasRuns(decoded) : drawn;
            colours = new AlphaSamples(code, decoded.planes(), header, 1 << halvings);
        }
        return colours;
    }

    private boolean hasRuns(Decoded<?> decoded) {
        return GraphicHeuristic.isRuns(decoded.repeats(), (long) header.width() * header.height());
    }

    private static <T> T whole(Optional<T> decoded) throws NotNativeException {
        return decoded.orElseThrow(() -> new NotNativeException("PNG is damaged"));
    }
}
