package io.edgepix.imaging.originals;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/** Draws pictures by formula. */
public final class Paint {
    public static final int RED = 0xFFFF0000;
    public static final int GREEN = 0xFF00FF00;
    public static final int BLUE = 0xFF0000FF;
    public static final int WHITE = 0xFFFFFFFF;
    public static final int BLACK = 0xFF000000;

    private Paint() {}

    public static BufferedImage opaque(int width, int height, IntBinaryOperator colour) {
        return paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), colour);
    }

    public static BufferedImage transparent(int width, int height, IntBinaryOperator colour) {
        return paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), colour);
    }

    public static BufferedImage paint(BufferedImage image, IntBinaryOperator colour) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        return image;
    }

    public static BufferedImage plain(int width, int height, int colour) {
        return opaque(width, height, (x, y) -> colour);
    }

    /** Returns a picture with a colour in each corner, so that all its orientations differ. */
    public static BufferedImage corners(int width, int height) {
        return opaque(width, height, (x, y) -> corner(x * 2 < width, y * 2 < height));
    }

    private static int corner(boolean left, boolean top) {
        return top ? (left ? RED : GREEN) : left ? BLUE : WHITE;
    }

    /** Returns soft shades in every channel. */
    public static BufferedImage shades(int width, int height) {
        return opaque(
                width, height, (x, y) -> rgb(x * 255 / width, y * 255 / height, (x + y) * 255 / (width + height)));
    }

    /** Returns a grey that differs from pixel to pixel. Chroma is neutral everywhere. */
    public static int noise(int x, int y) {
        int grey = (x * 37 + y * 91) % 256;
        return rgb(grey, grey, grey);
    }

    private static int rgb(int red, int green, int blue) {
        return BLACK + (red << 16) + (green << 8) + blue;
    }

    public static BufferedImage checkerboard(int side) {
        return opaque(side, side, (x, y) -> (x + y) % 2 == 0 ? BLACK : WHITE);
    }

    /** Returns the stored picture that the given EXIF orientation turns into the upright one. */
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        int w = upright.getWidth() - 1;
        int h = upright.getHeight() - 1;
        IntBinaryOperator colour = switch (orientation) {
            case 2 -> (x, y) -> upright.getRGB(w - x, y);
            case 3 -> (x, y) -> upright.getRGB(w - x, h - y);
            case 4 -> (x, y) -> upright.getRGB(x, h - y);
            case 5 -> (x, y) -> upright.getRGB(y, x);
            case 6 -> (x, y) -> upright.getRGB(w - y, x);
            case 7 -> (x, y) -> upright.getRGB(w - y, h - x);
            case 8 -> (x, y) -> upright.getRGB(y, h - x);
            default -> upright::getRGB;
        };
        boolean lies = orientation >= 5 && orientation <= 8;
        return opaque(lies ? h + 1 : w + 1, lies ? w + 1 : h + 1, colour);
    }
}
