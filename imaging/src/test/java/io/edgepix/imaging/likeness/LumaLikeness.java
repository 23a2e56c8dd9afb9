package io.edgepix.imaging.likeness;

import java.awt.image.BufferedImage;

/**
 * Computes the structural similarity of luma, from 0 to 1, as defined by Wang, Bovik, Sheikh and Simoncelli (2004). The
 * reference is reduced only with Lanczos of three lobes, in double precision.
 */
public final class LumaLikeness {
    private static final int RADIUS = 5;
    private static final double DEVIATION = 1.5;
    private static final double LUMINANCE = Math.pow(0.01 * 255, 2);
    private static final double CONTRAST = Math.pow(0.03 * 255, 2);

    private LumaLikeness() {}

    public static double of(DecodedImage derivative, BufferedImage original) {
        int width = derivative.width();
        double[] wanted = reduce(luma(original), original.getWidth(), width, derivative.height());
        double[] shown = luma(derivative.image());
        double[] meanA = blur(wanted, width);
        double[] meanB = blur(shown, width);
        double[] squareA = blur(product(wanted, wanted), width);
        double[] squareB = blur(product(shown, shown), width);
        double[] both = blur(product(wanted, shown), width);
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            double means = meanA[i] * meanB[i];
            double squares = meanA[i] * meanA[i] + meanB[i] * meanB[i];
            sum += (2 * means + LUMINANCE)
                    * (2 * (both[i] - means) + CONTRAST)
                    / ((squares + LUMINANCE) * (squareA[i] + squareB[i] - squares + CONTRAST));
        }
        return sum / wanted.length;
    }

    private static double[] luma(BufferedImage image) {
        double[] luma = new double[image.getWidth() * image.getHeight()];
        for (int i = 0; i < luma.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            luma[i] = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        }
        return luma;
    }

    private static double[] reduce(double[] samples, int from, int width, int height) {
        double[] turned = transpose(across(samples, from, width), width);
        double[] small = transpose(across(turned, samples.length / from, height), height);
        for (int i = 0; i < small.length; i++) {
            small[i] = Math.clamp(small[i], 0, 255);
        }
        return small;
    }

    private static double[] across(double[] samples, int from, int to) {
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double[] out = new double[samples.length / from * to];
        for (int i = 0; i < out.length; i++) {
            double centre = (i % to + 0.5) * scale;
            double sum = 0;
            int first = (int) Math.max(0, Math.floor(centre - 3 * stretch));
            for (int x = first; x < Math.min(from, centre + 3 * stretch); x++) {
                double weight = lanczos((x + 0.5 - centre) / stretch);
                sum += weight;
                out[i] += weight * samples[i / to * from + x];
            }
            out[i] /= sum;
        }
        return out;
    }

    private static double lanczos(double x) {
        double angle = Math.PI * x;
        return Math.abs(x) >= 3 ? 0 : x == 0 ? 1 : 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
    }

    private static double[] blur(double[] samples, int width) {
        int height = samples.length / width;
        return transpose(blurAcross(transpose(blurAcross(samples, width), width), height), height);
    }

    private static double[] blurAcross(double[] samples, int width) {
        double[] out = new double[samples.length];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int k = Math.max(-RADIUS, -(i % width)); k <= Math.min(RADIUS, width - 1 - i % width); k++) {
                double weight = Math.exp(-k * k / (2 * DEVIATION * DEVIATION));
                sum += weight;
                out[i] += weight * samples[i + k];
            }
            out[i] /= sum;
        }
        return out;
    }

    private static double[] product(double[] one, double[] other) {
        double[] product = new double[one.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = one[i] * other[i];
        }
        return product;
    }

    private static double[] transpose(double[] samples, int width) {
        int height = samples.length / width;
        double[] turned = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            turned[i % width * height + i / width] = samples[i];
        }
        return turned;
    }
}
