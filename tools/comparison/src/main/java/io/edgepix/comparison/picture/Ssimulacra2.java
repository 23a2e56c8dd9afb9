package io.edgepix.comparison.picture;

import java.util.stream.IntStream;

/**
 * SSIMULACRA 2.1 by Jon Sneyers of Cloudinary, written from its <a
 * href="https://github.com/cloudinary/ssimulacra2">description</a>. It judges luma and colour at six scales: how similar
 * the structure is (SSIM), which edges were added (ringing), and which were lost (blurring). The weights are those that
 * were fitted to the opinions of viewers.
 *
 * <p>A score of 90 is hard to tell from the original, 70 is high quality, and 50 is medium quality. The reference
 * implementation blurs in single precision, so scores over 95 differ from its scores.
 */
public final class Ssimulacra2 {
    /** The score of equal pictures. */
    public static final double EQUAL = 100;

    private static final int LEAST_SIDE = 8;
    private static final int SCALES = 6;
    private static final double CONTRAST = 0.0009;
    private static final int RADIUS = 4;
    /** The three cosines whose sum the reference implementation has as a Gaussian with a deviation of 1.5. */
    private static final double[] COSINES = {0.1789391416414913, 0.07272614473619014, 0.012955819110517084};

    private static final float[] KERNEL = kernel();

    /**
     * The weights of all errors: a line for each scale of X, then of Y, then of B. In a line are SSIM, ringing and
     * blurring, first their mean over the picture, and then their fourth root of the mean of fourth powers.
     */
    private static final double[][] WEIGHTS = {
        {0, 0.0007376606707406586, 0, 0, 0.0007793481682867309, 0},
        {0, 0.0004371155730107379, 0, 1.1041726426657346, 0.00066284834129271, 0.00015231632783718752},
        {0, 0.0016406437456599754, 0, 1.8422455520539298, 11.441172603757666, 0},
        {0.0007989109436015163, 0.000176816438078653, 0, 1.8787594979546387, 10.94906990605142, 0},
        {
            0.0007289346991508072,
            0.9677937080626833,
            0,
            0.00014003424285435884,
            0.9981766977854967,
            0.00031949755934435053
        },
        {0.0004550992113792063, 0, 0, 0.0013648766163243398, 0, 0},
        {0, 0, 0, 7.466890328078848, 0, 17.445833984131262},
        {0.0006235601634041466, 0, 0, 6.683678146179332, 0.00037724407979611296, 1.027889937768264},
        {225.20515300849274, 0, 0, 19.213238186143016, 0.0011401524586618361, 0.001237755635509985},
        {176.39317598450694, 0, 0, 24.43300999870476, 0.28520802612117757, 0.0004485436923833408},
        {0, 0, 0, 34.77906344483772, 44.835625328877896, 0},
        {0, 0, 0, 0, 0, 0},
        {0, 0.0008680556573291698, 0, 0, 0, 0},
        {0, 0.0005313191874358747, 0, 0.00016533814161379112, 0, 0},
        {0, 0, 0, 0.0004179171803251336, 0.0017290828234722833, 0},
        {0.0020827005846636437, 0, 0, 8.826982764996862, 23.19243343998926, 0},
        {
            95.1080498811086,
            0.9863978034400682,
            0.9834382792465353,
            0.0012286405048278493,
            171.2667255897307,
            0.9807858872435379
        },
        {0, 0, 0, 0.0005130064588990679, 0, 0.00010854057858411537},
    };

    private Ssimulacra2() {}

    /**
     * Returns the score, at most 100. A very bad picture has a score below 0. Pictures with a side under 256 pixels have
     * fewer scales.
     *
     * @param picture without alpha, as is the reference
     * @throws IllegalArgumentException if the dimensions differ, or are less than 8
     */
    public static double score(Pixels picture, Pixels reference) {
        if (picture.width() != reference.width() || picture.height() != reference.height()) {
            throw new IllegalArgumentException("expected pictures of equal dimensions, got " + picture.width() + "x"
                    + picture.height() + " and " + reference.width() + "x" + reference.height());
        }
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            throw new IllegalArgumentException("expected at least " + LEAST_SIDE + " pixels in width and height, got "
                    + picture.width() + "x" + picture.height());
        }
        LinearPlanes one = LinearPlanes.of(reference);
        LinearPlanes other = LinearPlanes.of(picture);
        double errors = error(0, one, other);
        for (int scale = 1; scale < SCALES && Math.min(one.width(), one.height()) >= LEAST_SIDE; scale++) {
            one = one.halved();
            other = other.halved();
            errors += error(scale, one, other);
        }
        return score(errors);
    }

    private static double score(double errors) {
        double error = errors * 0.9562382616834844;
        double fitted = 2.326765642916932 * error
                - 0.020884521182843837 * error * error
                + 6.248496625763138e-05 * error * error * error;
        return fitted > 0 ? EQUAL - 10 * Math.pow(fitted, 0.6276336467831387) : EQUAL;
    }

    private static float[] kernel() {
        float[] kernel = new float[2 * RADIUS + 1];
        for (int i = 0; i < kernel.length; i++) {
            double sum = 0;
            for (int cosine = 0; cosine < COSINES.length; cosine++) {
                sum += COSINES[cosine] * Math.cos((2 * cosine + 1) * (i - RADIUS) * Math.PI / 10);
            }
            kernel[i] = (float) sum;
        }
        return kernel;
    }

    /** Returns the weighted errors of the three planes at a scale. */
    private static double error(int scale, LinearPlanes reference, LinearPlanes picture) {
        float[][] one = reference.xyb();
        float[][] other = picture.xyb();
        return IntStream.range(0, one.length)
                .parallel()
                .mapToDouble(
                        plane -> error(WEIGHTS[plane * SCALES + scale], one[plane], other[plane], reference.width()))
                .sum();
    }

    private static double error(double[] weights, float[] one, float[] other, int width) {
        float[] mean = blurred(one, width);
        float[] otherMean = blurred(other, width);
        float[] squares = blurred(LumaSsim.product(one, one), width);
        float[] otherSquares = blurred(LumaSsim.product(other, other), width);
        float[] products = blurred(LumaSsim.product(one, other), width);
        double[] sums = new double[6];
        for (int i = 0; i < one.length; i++) {
            double difference = mean[i] - otherMean[i];
            double covariance = products[i] - mean[i] * otherMean[i];
            double variances = squares[i] - mean[i] * mean[i] + (otherSquares[i] - otherMean[i] * otherMean[i]);
            double structure = (2 * covariance + CONTRAST) / (variances + CONTRAST);
            add(sums, 0, 1 - (1 - difference * difference) * structure);
            double edge = (1 + Math.abs(other[i] - otherMean[i])) / (1 + Math.abs(one[i] - mean[i])) - 1;
            add(sums, 1, edge);
            add(sums, 2, -edge);
        }
        double error = 0;
        for (int map = 0; map < 3; map++) {
            error += weights[map] * sums[map] / one.length;
            error += weights[map + 3] * Math.pow(sums[map + 3] / one.length, 0.25);
        }
        return error;
    }

    private static void add(double[] sums, int map, double error) {
        if (error > 0) {
            sums[map] += error;
            sums[map + 3] += error * error * error * error;
        }
    }

    /** Returns the plane blurred by a Gaussian. Samples outside the picture are 0, as in the reference implementation. */
    private static float[] blurred(float[] plane, int width) {
        int height = plane.length / width;
        float[] across = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = Math.max(-RADIUS, -x); k <= Math.min(RADIUS, width - 1 - x); k++) {
                    sum += KERNEL[k + RADIUS] * plane[y * width + x + k];
                }
                across[y * width + x] = sum;
            }
        }
        float[] blurred = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int k = Math.max(-RADIUS, -y); k <= Math.min(RADIUS, height - 1 - y); k++) {
                for (int x = 0; x < width; x++) {
                    blurred[y * width + x] += KERNEL[k + RADIUS] * across[(y + k) * width + x];
                }
            }
        }
        return blurred;
    }
}
