package io.edgepix.imaging.jpeg;

import java.io.IOException;
import java.util.Arrays;

/**
 * Chooses the scans of a progressive JPEG that a derivative can show. Only refinement scans of AC coefficients are left
 * out: their bits are the lowest ones, and they make up a third to two thirds of a file of high quality.
 *
 * <p>Without its {@code n} lowest bits, a coefficient that an encoder divided by {@code step} is wrong by up to
 * {@code step * (2^n - 1)}, in either direction if all that is left of it is 0. If these errors are equally frequent,
 * the mean of their squares is {@code step^2 * 2^n * (2^n - 1) / 3}. The transform is orthonormal, so this is also the
 * error's energy in the samples. A reduction keeps the part of it below the new limit of resolution, and averages out
 * the rest.
 *
 * <p>Bits are left out if the sum over all coefficients is at most 1/8: an error of 0.35 levels, as the root of its mean
 * square. Rounding to whole levels alone causes 0.29. Chroma may be wrong by twice as much: derivatives quantise it more
 * coarsely, and eyes see less of it.
 */
public final class JpegVisibleScans {
    private static final double INVISIBLE = 1 / 8.0;
    private static final double INVISIBLE_CHROMA = 4 * INVISIBLE;
    private static final int MOST_BITS = 13;

    private final JpegHeader header;
    /** The lowest bit of each coefficient's first scan, by component. */
    private final int[][] lowest;
    /** The bits that are left out, by component. */
    private final int[] bits;

    private JpegVisibleScans(JpegHeader header) {
        this.header = header;
        this.lowest = new int[header.components()][JpegBlock.SIZE];
        this.bits = new int[header.components()];
    }

    /**
     * Returns a progressive JPEG without the scans that no derivative shows. Returns other JPEGs as they are.
     *
     * @param shrink the fewest pixels of the original for each pixel of a derivative with chroma of 4:2:0
     */
    public static byte[] of(byte[] jpeg, JpegHeader header, double shrink) throws IOException {
        return header.isProgressive()
                ? JpegDcScans.only(jpeg, header.scanStart(), in(jpeg, header, shrink)::keeps)
                : jpeg;
    }

    /** Chooses among the scans of a JPEG with the quantisation steps of its header. */
    static JpegVisibleScans in(byte[] jpeg, JpegHeader header, double shrink) throws IOException {
        JpegVisibleScans scans = new JpegVisibleScans(header);
        JpegTables tables = new JpegTables();
        for (int at = JpegMarker.next(jpeg, 2); at < header.scanStart(); at = JpegDcScans.next(jpeg, at)) {
            if (JpegMarker.at(jpeg, at) == JpegMarker.QUANTISATION_TABLES) {
                tables.define(jpeg, at, JpegHeader.segmentEnd(jpeg, at));
            }
        }
        if (scans.findLowestBits(jpeg)) {
            scans.findBits(tables, shrink);
        }
        return scans;
    }

    /** Returns false if quantisation steps change between scans. Then all scans are kept. */
    private boolean findLowestBits(byte[] jpeg) throws IOException {
        for (int at = header.scanStart(); JpegMarker.at(jpeg, at) != JpegMarker.END; at = JpegDcScans.next(jpeg, at)) {
            int marker = JpegMarker.at(jpeg, at);
            if (marker == JpegMarker.QUANTISATION_TABLES) {
                return false;
            }
            if (marker == JpegMarker.SCAN && !JpegDcScans.isOne(jpeg, at)) {
                int end = JpegHeader.segmentEnd(jpeg, at);
                int component = component(jpeg[at + 5]);
                if (component >= 0 && jpeg[end - 1] >> 4 == 0) {
                    int first = jpeg[end - 3] & 0x3F;
                    int last = jpeg[end - 2] & 0x3F;
                    Arrays.fill(lowest[component], first, Math.max(first, last + 1), jpeg[end - 1] & 0xF);
                }
            }
        }
        return true;
    }

    private void findBits(JpegTables tables, double shrink) throws IOException {
        JpegSampling largest = JpegSampling.largest(header);
        for (int i = 0; i < bits.length; i++) {
            float[] steps = tables.quantisation(header.quantisation(i));
            double halved = header.isChroma(i) ? 2 : 1;
            double[] across = kept(halved * shrink / largest.stretchAcross(i));
            double[] down = kept(halved * shrink / largest.stretchDown(i));
            double most = header.isChroma(i) ? INVISIBLE_CHROMA : INVISIBLE;
            while (bits[i] < MOST_BITS && noise(i, bits[i] + 1, steps, across, down) <= most) {
                bits[i]++;
            }
        }
    }

    /** Returns the index of the component with a name; -1 if there is none. */
    private int component(byte name) {
        for (int i = 0; i < lowest.length; i++) {
            if (header.name(i) == (name & 0xFF)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the mean of the squared error of a component's samples in the derivative without the given bits. */
    private double noise(int component, int without, float[] steps, double[] across, double[] down) {
        double sum = 0;
        for (int k = 1; k < JpegBlock.SIZE; k++) {
            double levels = 1 << Math.min(without, lowest[component][k]);
            double error = (double) steps[k] * steps[k] * levels * (levels - 1) / 3;
            sum += error * across[JpegBlock.column(k)] * down[JpegBlock.row(k)];
        }
        return sum;
    }

    /**
     * Returns the share of each frequency's energy that an ideal filter keeps in a sample, for one direction.
     *
     * <p>The filter keeps frequencies up to the new limit of resolution. A coefficient of one block has others beside
     * its own, because its wave ends with the block. Its energy behind the filter follows from the wave's correlation
     * with itself, and that of the filter.
     */
    private static double[] kept(double shrink) {
        double reduction = Math.max(1, shrink);
        double[] kept = new double[JpegBlock.SIDE];
        for (int u = 0; u < kept.length; u++) {
            double energy = 0;
            for (int x = 0; x < JpegBlock.SIDE; x++) {
                for (int y = 0; y < JpegBlock.SIDE; y++) {
                    energy += wave(u, x) * wave(u, y) * sinc((x - y) / reduction) / reduction;
                }
            }
            kept[u] = energy / JpegBlock.SIDE;
        }
        return kept;
    }

    private static double wave(int u, int x) {
        double scale = u == 0 ? 1.0 / JpegBlock.SIDE : 2.0 / JpegBlock.SIDE;
        return Math.sqrt(scale) * Math.cos((2 * x + 1) * u * Math.PI / (2 * JpegBlock.SIDE));
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Tells whether a derivative can show what the scan whose header begins at an offset contains. */
    boolean keeps(byte[] jpeg, int scan) throws IOException {
        if (JpegDcScans.isOne(jpeg, scan)) {
            return true;
        }
        int refined = jpeg[JpegHeader.segmentEnd(jpeg, scan) - 1] >> 4 & 0xF;
        int component = component(jpeg[scan + 5]);
        return refined == 0 || component < 0 || refined > bits[component];
    }
}
