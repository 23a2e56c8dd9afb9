package io.edgepix.imaging.jpeg;

import java.io.IOException;

/**
 * Reduces a JPEG to the lowest coefficients of each block, for decoding at half or quarter size.
 *
 * <p>libjpeg-turbo's reduced transforms average two or four samples. Textures just above the new limit of resolution
 * pass such averages and alias to visible frequencies, as moire. Without their coefficients, little is left to alias.
 * ITU T.81, A.3.4 multiplies each coefficient by its quantisation step, so a step of 0 removes it.
 *
 * <p>Scans of a progressive JPEG are left out if they contain none of the lowest coefficients, and no other scan refines
 * theirs together with the lowest ones.
 */
public final class JpegLowPass {
    private final JpegHeader header;
    private final int side;
    /** The last coefficient that is refined together with the lowest ones, by name of the component. */
    private final int[] refined = new int[256];

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
        byte[] copy = header.isProgressive() ? pass.neededScans(jpeg) : jpeg.clone();
        pass.clearSteps(copy);
        return copy;
    }

    private byte[] neededScans(byte[] jpeg) throws IOException {
        findRefined(jpeg);
        return JpegDcScans.only(jpeg, header.scanStart(), this::needs);
    }

    private void findRefined(byte[] jpeg) throws IOException {
        for (int at = header.scanStart(); JpegMarker.at(jpeg, at) != JpegMarker.END; at = JpegDcScans.next(jpeg, at)) {
            if (JpegMarker.at(jpeg, at) == JpegMarker.SCAN && !JpegDcScans.isOne(jpeg, at)) {
                int end = JpegHeader.segmentEnd(jpeg, at);
                boolean refines = (jpeg[end - 1] & 0xF0) != 0;
                if (refines && (jpeg[end - 3] & 0xFF) < JpegBlock.enough(side)) {
                    int name = jpeg[at + 5] & 0xFF;
                    refined[name] = Math.max(refined[name], jpeg[end - 2] & 0xFF);
                }
            }
        }
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
            if (at + 1 + JpegBlock.SIZE * bytes > end) {
                throw new IOException("Quantisation table cut short at offset " + at);
            }
            for (int k = 0; k < JpegBlock.SIZE; k++) {
                int step = at + 1 + k * bytes;
                if (!JpegBlock.isWithin(k, side)) {
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
        int first = jpeg[JpegHeader.segmentEnd(jpeg, scan) - 3] & 0xFF;
        return first < JpegBlock.enough(side) || first <= refined[jpeg[scan + 5] & 0xFF];
    }
}
