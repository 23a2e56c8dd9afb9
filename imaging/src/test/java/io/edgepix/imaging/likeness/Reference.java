package io.edgepix.imaging.likeness;

import java.awt.image.BufferedImage;

/**
 * Shrinks pictures by the definition of the method, in double precision. Averages of boxes of whole pixels leave three
 * to six times the pixels of the result along each side. Lanczos with three lobes shrinks these. Colours are multiplied
 * by alpha.
 */
public final class Reference {
    private Reference() {}

    /** Returns pixels of red, green, blue and alpha, 0 to 255. The colours are not multiplied by alpha. */
    public static double[][] shrink(BufferedImage image, int width, int height) {
        double[][] pixels = new double[image.getWidth() * image.getHeight()][4];
        for (int i = 0; i < pixels.length; i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            int alpha = argb >>> 24;
            for (int band = 0; band < 3; band++) {
                pixels[i][band] = (argb >> (16 - 8 * band) & 0xFF) * alpha / 255.0;
            }
            pixels[i][3] = alpha;
        }
        double[][] narrow = across(pixels, image.getWidth(), width);
        double[][] small = transpose(across(transpose(narrow, width), image.getHeight(), height), height);
        for (double[] pixel : small) {
            for (int band = 0; band < 3; band++) {
                pixel[band] = pixel[3] < 0.5 ? 0 : clamp(pixel[band] * 255 / pixel[3]);
            }
            pixel[3] = clamp(pixel[3]);
        }
        return small;
    }

    private static double clamp(double value) {
        return Math.clamp(value, 0, 255);
    }

    private static double[][] across(double[][] pixels, int from, int to) {
        int box = Math.max(1, from / to / 3);
        double scale = (double) from / to;
        double[][] out = new double[pixels.length / from * to][4];
        for (int i = 0; i < out.length; i++) {
            double centre = (i % to + 0.5) * scale;
            double sum = 0;
            for (int start = 0; start < from; start += box) {
                int end = Math.min(start + box, from);
                double weight = (end - start) * lanczos(((start + end) / 2.0 - centre) / Math.max(1, scale));
                sum += weight;
                for (int x = start; x < end; x++) {
                    for (int band = 0; band < 4; band++) {
                        out[i][band] += weight / (end - start) * pixels[i / to * from + x][band];
                    }
                }
            }
            for (int band = 0; band < 4; band++) {
                out[i][band] /= sum;
            }
        }
        return out;
    }

    private static double lanczos(double x) {
        double angle = Math.PI * x;
        return Math.abs(x) >= 3 ? 0 : x == 0 ? 1 : 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
    }

    private static double[][] transpose(double[][] pixels, int width) {
        int height = pixels.length / width;
        double[][] turned = new double[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            turned[i % width * height + i / width] = pixels[i];
        }
        return turned;
    }
}
