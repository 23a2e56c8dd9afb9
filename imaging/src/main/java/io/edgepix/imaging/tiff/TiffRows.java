package io.edgepix.imaging.tiff;

import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.PackedSamples;
import io.edgepix.imaging.sample.Premultiply;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.SampleDepth;
import java.io.IOException;
import java.util.OptionalInt;

/** The rows of a TIFF's samples: grey, palette colours, RGB, CMYK or Lab, with alpha or without. */
final class TiffRows implements Rows {
    private static final float WHITE = 255;
    private static final int PALETTE_DEPTH = 257;

    private final RowShape shape;
    private final TiffLayout layout;
    private final byte[][] planes;
    private final PackedSamples[] readers;
    private final Alpha alpha;
    private final float[] palette;
    private final float[] samples;

    /** The meaning of the sample after the colours. */
    private TiffRows(TiffLayout layout, byte[][] planes) throws IOException {
        this.layout = layout;
        this.planes = planes;
        this.readers = new PackedSamples[planes.length];
        for (int plane = 0; plane < planes.length; plane++) {
            readers[plane] = reader(layout, layout.bits(plane));
        }
        this.palette = layout.photometric == TiffLayout.PALETTE ? palette(layout) : new float[0];
        this.samples = new float[layout.width * layout.samples()];
        this.alpha = kind(layout.extra());
        int colours = layout.photometric == TiffLayout.PALETTE ? 3 : layout.colours();
        this.shape = new RowShape(layout.width, layout.height, colours, alpha != Alpha.NONE);
    }

    /**
     * Returns the rows of the samples. Plain 8-bit samples become {@link ByteRows}, which are the fastest to shrink.
     */
    static Rows of(TiffLayout layout, byte[][] planes) throws IOException {
        TiffRows rows = new TiffRows(layout, planes);
        return rows.isBytes() ? rows.asBytes() : rows;
    }

    private static PackedSamples reader(TiffLayout layout, int[] bits) {
        boolean scaled = layout.photometric != TiffLayout.PALETTE && !layout.isLab();
        return scaled
                ? new PackedSamples(bits, layout.floating, layout.order)
                : PackedSamples.stored(bits, layout.floating, layout.order);
    }

    /** Returns the palette, scaled to 0 to 255. Some files store 8 bits of each colour instead of 16. */
    private static float[] palette(TiffLayout layout) throws IOException {
        long[] stored = layout.palette();
        if (stored.length < 3) {
            throw new IOException("Expected a palette, got " + stored.length + " numbers");
        }
        long most = 0;
        for (long each : stored) {
            most = Math.max(most, each);
        }
        float[] palette = new float[stored.length];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (float) stored[i] / (most < 256 ? 1 : PALETTE_DEPTH);
        }
        return palette;
    }

    /**
     * Returns the meaning of the sample after the colours. As in most readers, an unspecified sample after RGB or grey
     * is alpha unless it is 0 everywhere. An unspecified sample after CMYK is not alpha.
     */
    private Alpha kind(OptionalInt extra) {
        if (extra.isEmpty()) {
            return Alpha.NONE;
        }
        if (extra.getAsInt() == 1) {
            return Alpha.PREMULTIPLIED;
        }
        if (extra.getAsInt() == 2) {
            return Alpha.STRAIGHT;
        }
        boolean maybe = extra.getAsInt() == 0 && layout.samples() == layout.colours() + 1 && layout.colours() < 4;
        return maybe && !isZero(layout.colours()) ? Alpha.STRAIGHT : Alpha.NONE;
    }

    private boolean isZero(int sample) {
        for (int y = 0; y < layout.height; y++) {
            load(y);
            for (int i = sample; i < samples.length; i += layout.samples()) {
                if (samples[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isBytes() {
        boolean plain = layout.photometric == 1
                || layout.photometric == TiffLayout.RGB
                || layout.photometric == TiffLayout.CMYK;
        for (int plane = 0; plane < planes.length; plane++) {
            for (int bits : layout.bits(plane)) {
                plain &= bits == Byte.SIZE;
            }
        }
        return plain && !layout.floating;
    }

    private Rows asBytes() {
        byte[][] data = new byte[bands()][];
        int[] starts = new int[data.length];
        for (int band = 0; band < data.length; band++) {
            data[band] = planes[layout.separate ? band : 0];
            starts[band] = layout.separate ? 0 : band;
        }
        int stride = layout.separate ? 1 : layout.samples();
        return new ByteRows(
                layout.width, layout.height, new ByteRows.Bands(data, starts, stride, stride * layout.width), alpha);
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        load(y);
        for (int x = 0; x < layout.width; x++) {
            int from = x * layout.samples();
            int to = x * bands();
            float share = alpha() ? share(from + layout.colours()) : WHITE;
            if (palette.length > 0) {
                look(from, row, to);
            } else if (layout.isLab()) {
                lab(from, row, to, alpha == Alpha.PREMULTIPLIED ? share / WHITE : 1);
            } else {
                copy(from, row, to, alpha == Alpha.PREMULTIPLIED ? share : WHITE);
            }
            if (alpha()) {
                row[to + colours()] = share;
            }
        }
        if (alpha == Alpha.STRAIGHT) {
            Premultiply.row(row, layout.width, bands());
        }
    }

    private void load(int y) {
        for (int plane = 0; plane < planes.length; plane++) {
            int at = y * layout.rowBytes(plane, layout.width);
            readers[plane].read(planes[plane], at, layout.width, samples, plane, layout.samples());
        }
    }

    /** Returns a pixel's alpha, scaled to 0 to 255. It is scaled here if samples are read without scaling. */
    private float share(int at) {
        boolean stored = palette.length > 0 || layout.isLab();
        int depth = layout.separate ? layout.bits(layout.colours())[0] : layout.bits(0)[layout.colours()];
        return SampleDepth.clamp(stored ? samples[at] * SampleDepth.step(depth) : samples[at]);
    }

    private void copy(int from, float[] row, int to, float white) {
        for (int i = 0; i < layout.colours(); i++) {
            float sample = SampleDepth.clamp(samples[from + i]);
            row[to + i] = layout.photometric == TiffLayout.WHITE_IS_ZERO ? Math.max(white - sample, 0) : sample;
        }
    }

    /** Looks up the colours of a palette index. The palette contains all reds, then all greens, then all blues. */
    private void look(int from, float[] row, int to) {
        int count = palette.length / 3;
        int index = Math.min((int) samples[from], count - 1);
        for (int band = 0; band < 3; band++) {
            row[to + band] = palette[band * count + index];
        }
    }

    /**
     * Converts a Lab pixel to a scale of 0 to 255, on which an a or b of zero is 128. CIELAB stores a and b signed, and
     * ICCLAB stores them unsigned.
     */
    private void lab(int from, float[] row, int to, float share) {
        boolean wide = layout.bits(0)[0] == Short.SIZE;
        row[to] = samples[from] * SampleDepth.step(layout.bits(0)[0]);
        for (int i = 1; i < 3; i++) {
            int stored = (int) samples[from + i];
            boolean signed = layout.photometric == TiffLayout.CIELAB;
            float chroma =
                    wide ? (signed ? (short) stored : stored - 0x8000) / 256f : signed ? (byte) stored : stored - 0x80;
            row[to + i] = SampleDepth.clamp(chroma + 128 * share);
        }
    }
}
