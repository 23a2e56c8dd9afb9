package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;

/**
 * Reduces a JPEG to the lowest coefficients of each block, for decoding at half or quarter size.
 *
 * <p>libjpeg-turbo's reduced transforms average two or four samples. Textures just above the new limit of resolution
 * pass such averages and alias to visible frequencies, as moire. Without their coefficients, little is left to alias.
 * ITU T.81, A.3.4 multiplies each coefficient by its quantisation step, so a step of 0 removes it.
 *
 * <p>Scans of a progressive JPEG are left out if they contain none of the lowest coefficients, or refine them by less
 * than the derivative can show.
 */
public final class JpegLowPass {
    /** The largest error of a coefficient that no derivative shows: about half a level of a sample. */
    private static final int INVISIBLE = 4;

    private final JpegHeader header;
    private final int side;
    /** The largest step of the kept coefficients, by quantisation table. */
    private final int[] steps = new int[4];

    private JpegLowPass(JpegHeader header, int side) {
        this.header = header;
        this.side = side;
    }

    /**
     * Returns a JPEG of the same picture with fewer coefficients.
     *
     * @param side the coefficients that are kept, across and down: 2 or 4
     */
    public static byte[] of(byte[] jpeg, JpegHeader header, int side) throws IOException {
        JpegLowPass pass = new JpegLowPass(header, side);
        byte[] copy = jpeg.clone();
        pass.clearSteps(copy);
        return header.isProgressive() ? JpegDcScans.only(copy, header.scanStart(), pass::needs) : copy;
    }

    private void clearSteps(byte[] jpeg) throws IOException {
        for (int at = JpegMarker.next(jpeg, 2); at < header.scanStart(); at = JpegDcScans.next(jpeg, at)) {
            if (JpegMarker.at(jpeg, at) == JpegMarker.QUANTISATION_TABLES) {
                clearSteps(jpeg, at + 4, JpegHeader.segmentEnd(jpeg, at));
            }
        }
    }

    private void clearSteps(byte[] jpeg, int start, int end) throws IOException {
        int at = start;
        while (at < end) {
            int bytes = (jpeg[at] & 0xF0) == 0 ? 1 : 2;
            int table = jpeg[at] & 3;
            if (at + 1 + JpegBlock.SIZE * bytes > end) {
                throw new IOException("Quantisation table cut short at offset " + at);
            }
            steps[table] = 0;
            for (int k = 0; k < JpegBlock.SIZE; k++) {
                int step = at + 1 + k * bytes;
                if (JpegBlock.isWithin(k, side)) {
                    int value = bytes == 1 ? jpeg[step] & 0xFF : Bytes.big16(jpeg, step);
                    steps[table] = Math.max(steps[table], value);
                } else {
                    jpeg[step] = 0;
                    jpeg[step + bytes - 1] = 0;
                }
            }
            at += 1 + JpegBlock.SIZE * bytes;
        }
    }

    private boolean needs(byte[] jpeg, int scan) throws IOException {
        if (JpegDcScans.isOne(jpeg, scan)) {
            return true;
        }
        int end = JpegHeader.segmentEnd(jpeg, scan);
        int refines = jpeg[end - 1] >> 4 & 0xF;
        int first = jpeg[end - 3];
        return first < JpegBlock.enough(side) && (refines == 0 || step(jpeg[scan + 5]) << refines > INVISIBLE);
    }

    /** Returns the largest step of the component with the given name. */
    private int step(byte name) {
        int largest = 0;
        for (int i = 0; i < header.components(); i++) {
            if (header.name(i) == (name & 0xFF)) {
                largest = Math.max(largest, steps[header.quantisation(i) & 3]);
            }
        }
        return largest == 0 ? INVISIBLE + 1 : largest;
    }
}
