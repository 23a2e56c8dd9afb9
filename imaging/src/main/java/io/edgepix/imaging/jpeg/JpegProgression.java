package io.edgepix.imaging.jpeg;

import java.io.IOException;

/**
 * Chooses the decoder of a progressive scan by its kind: the first scan or a refinement scan, of DC or AC coefficients.
 */
final class JpegProgression {
    private static final int MOST_BITS = 13;

    private JpegProgression() {}

    static JpegBlockDecoder coder(JpegScan scan) throws IOException {
        boolean means = scan.first() == 0;
        boolean whole = means ? scan.last() == 0 : scan.first() <= scan.last() && scan.components() == 1;
        if (!whole
                || scan.last() > 63
                || scan.low() > MOST_BITS
                || (scan.left() > 0 && scan.left() != scan.low() + 1)) {
            throw new IOException("Invalid scan of coefficients " + scan.first() + " to " + scan.last() + " and bits "
                    + scan.left() + " to " + scan.low());
        }
        if (means) {
            return scan.left() == 0 ? firstMeans(scan.low()) : finerMeans(scan.low());
        }
        return scan.left() == 0
                ? new JpegFirstScan(scan.first(), scan.last(), scan.low())
                : new JpegRefinementScan(scan.first(), scan.last(), scan.low());
    }

    private static JpegBlockDecoder firstMeans(int low) {
        return (in, component, x, y) -> {
            int dc = component.nextDc(in);
            in.check();
            component.coefficients()[component.coefficient(x, y)] = (short) (dc << low);
        };
    }

    private static JpegBlockDecoder finerMeans(int low) {
        return (in, component, x, y) -> {
            int bit = in.take(1);
            in.check();
            component.coefficients()[component.coefficient(x, y)] |= (short) (bit << low);
        };
    }
}
