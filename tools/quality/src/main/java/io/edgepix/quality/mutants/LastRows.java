package io.edgepix.quality.mutants;

import io.edgepix.comparison.picture.Pixels;

/** Tells whether the derivative of a truncated picture lacks its last rows. */
final class LastRows {
    /** The largest accepted mean difference in a row. Missing rows are grey, black or transparent. */
    private static final double MOST = 8;
    /** The share of rows that is compared. */
    private static final int SHARE = 8;

    private LastRows() {}

    /** Compares each row. Pictures with different dimensions have lost their orientation with the truncated part. */
    static boolean areMissing(Pixels cut, Pixels whole) {
        if (cut.width() != whole.width() || cut.height() != whole.height()) {
            return false;
        }
        byte[][] ofCut = planes(cut);
        byte[][] ofWhole = planes(whole);
        for (int y = cut.height() - Math.ceilDiv(cut.height(), SHARE); y < cut.height(); y++) {
            if (difference(ofCut, ofWhole, y * cut.width(), cut.width()) > MOST) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] planes(Pixels picture) {
        byte[][] planes = new byte[4][];
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = picture.plane(channel);
        }
        return planes;
    }

    private static double difference(byte[][] one, byte[][] other, int from, int width) {
        long sum = 0;
        for (int channel = 0; channel < one.length; channel++) {
            for (int at = from; at < from + width; at++) {
                sum += Math.abs((one[channel][at] & 0xFF) - (other[channel][at] & 0xFF));
            }
        }
        return (double) sum / width / one.length;
    }
}
