package io.edgepix.imaging.jpeg;

/**
 * Estimates the lowest coefficients of a block from its mean and those of its eight neighbours: the coefficients of the
 * second-degree surface with these nine means (ITU T.81, K.8).
 */
final class JpegBlockSmoothing {
    private static final float SLOPE = 36 / 256f;
    private static final float BEND = 9 / 256f;
    private static final float TWIST = 5 / 256f;

    private final JpegComponent component;
    private final short[] means;
    private final float step;

    /** Creates an estimator for a component whose DC coefficients are kept. */
    JpegBlockSmoothing(JpegComponent component) {
        this.component = component;
        this.means = component.coefficients();
        this.step = component.steps()[0];
    }

    /** Sets the coefficients of a block that are needed for the component's number of samples. */
    void guess(int x, int y, float[] block) {
        float mean = mean(x, y);
        block[0] = mean;
        if (component.side() == 1) {
            return;
        }
        float left = mean(x - 1, y);
        float right = mean(x + 1, y);
        float above = mean(x, y - 1);
        float below = mean(x, y + 1);
        block[1] = SLOPE * (left - right);
        block[8] = SLOPE * (above - below);
        block[9] = TWIST * (mean(x - 1, y - 1) - mean(x + 1, y - 1) - mean(x - 1, y + 1) + mean(x + 1, y + 1));
        if (component.side() > 2) {
            block[2] = BEND * (left + right - 2 * mean);
            block[16] = BEND * (above + below - 2 * mean);
        }
    }

    private float mean(int x, int y) {
        int column = Math.clamp(x, 0, component.blocksAcross() - 1);
        int row = Math.clamp(y, 0, component.blocksDown() - 1);
        return means[component.coefficient(column, row)] * step;
    }
}
