package io.edgepix.imaging.originals;

import java.awt.image.BufferedImage;

/** Pictures with detail that a careless reduction turns into moire. */
public enum Texture {
    /** Rings whose frequency grows from 0 in the middle to the highest possible frequency at the sides. */
    ZONE_PLATE {
        @Override
        int colour(double x, double y) {
            double far = Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0);
            return grey(127.5 + 127.5 * Math.cos(Math.PI * far * far / SIDE));
        }
    },
    /** Lines of an engraving, about five pixels apart. */
    LINES {
        @Override
        int colour(double x, double y) {
            double phase = y / 5.2 + 2 * Math.sin(x / 90) + 0.3 * Math.sin((x + y) / 40);
            return grey(150 + 200 * Math.cos(2 * Math.PI * phase) * (0.4 + 0.3 * Math.sin(x / 130)));
        }
    },
    /** A halftone screen at an angle. */
    DOTS {
        @Override
        int colour(double x, double y) {
            double dot =
                    Math.cos((0.94 * x + 0.34 * y) / 3.1 * Math.PI) * Math.cos((0.94 * y - 0.34 * x) / 3.1 * Math.PI);
            return grey(128 + 160 * dot + 100 * Math.sin(x / 70) * Math.cos(y / 55));
        }
    },
    /** Two yarns, one over the other. */
    WEAVE {
        @Override
        int colour(double x, double y) {
            double column = Math.floor(x / 3.5);
            double row = Math.floor(y / 3.5);
            boolean over = (column + row) % 2 == 0;
            double round = Math.sin(Math.PI * (over ? x / 3.5 - column : y / 3.5 - row));
            double light = (60 + 150 * round) * (0.75 + 0.25 * Math.sin(x / 60 + y / 35));
            return over ? rgb(light, 0.9 * light, 0.6 * light) : rgb(light, 0.7 * light, 0.95 * light);
        }
    };

    public static final int SIDE = 480;

    abstract int colour(double x, double y);

    public BufferedImage paint() {
        return Paint.opaque(SIDE, SIDE, (x, y) -> colour(x, y));
    }

    private static int grey(double level) {
        return rgb(level, level, level);
    }

    private static int rgb(double red, double green, double blue) {
        return 0xFF000000 | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
