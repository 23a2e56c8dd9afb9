package io.edgepix.imaging.formats;

import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Samples of each kind of PNG. */
final class PngFiles {
    private static final int[] PALETTE = {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE};
    private static final byte[] COLOURS = FileEdits.chunk("PLTE", palette(4));
    private static final byte[] TWO_COLOURS = FileEdits.chunk("PLTE", palette(2));

    private PngFiles() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        for (boolean interlaced : new boolean[] {false, true}) {
            String passes = interlaced ? ", interlaced" : "";
            for (int depth : new int[] {1, 2, 4, 8, 16}) {
                String bits = ", " + depth + (depth == 1 ? " bit" : " bits") + passes;
                all.add(grey("PNG, grey" + bits, depth, interlaced));
                if (depth < 16) {
                    all.add(palette("PNG, palette" + bits, depth, interlaced));
                }
                if (depth > 4) {
                    all.add(colours("PNG, RGB" + bits, PngMaker.RGB, depth, interlaced, Sample.CORNERS));
                    all.add(colours("PNG, RGB and alpha" + bits, PngMaker.RGBA, depth, interlaced, Sample.VEILED));
                    all.add(colours(
                            "PNG, grey and alpha" + bits, PngMaker.GREY_ALPHA, depth, interlaced, Sample.VEILED_GREYS));
                }
            }
        }
        all.addAll(keyed());
        return all;
    }

    static byte[] rgb(BufferedImage picture) {
        return PngMaker.png(picture.getWidth(), picture.getHeight(), PngMaker.RGB, 8, false, new byte[0], (x, y) -> {
            int rgb = picture.getRGB(x, y);
            return new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
        });
    }

    private static Sample grey(String name, int depth, boolean interlaced) {
        int most = (1 << depth) - 1;
        BufferedImage shown = depth == 1 ? Sample.BLACK_AND_WHITE : depth < 8 ? steps(most) : Sample.GREYS;
        byte[] png = png(PngMaker.GREY, depth, interlaced, new byte[0], (x, y) -> {
            return new int[] {(shown.getRGB(x, y) & 0xFF) * most / 255};
        });
        return Sample.of(name, png).shows(shown);
    }

    /** Returns the greys, rounded to a number of levels. */
    private static BufferedImage steps(int most) {
        return Paint.opaque(Sample.WIDTH, Sample.HEIGHT, (x, y) -> {
            int level = (Sample.GREYS.getRGB(x, y) & 0xFF) * most / 255;
            return 0xFF000000 | level * 255 / most * 0x10101;
        });
    }

    private static Sample palette(String name, int depth, boolean interlaced) {
        if (depth == 1) {
            byte[] png = png(PngMaker.PALETTE, 1, interlaced, TWO_COLOURS, (x, y) -> {
                return new int[] {x < Sample.WIDTH / 2 ? 0 : 1};
            });
            return Sample.of(name, png).shows(Paint.opaque(Sample.WIDTH, Sample.HEIGHT, (x, y) -> {
                return x < Sample.WIDTH / 2 ? Paint.RED : Paint.GREEN;
            }));
        }
        return Sample.of(name, png(PngMaker.PALETTE, depth, interlaced, COLOURS, PngFiles::index));
    }

    private static int[] index(int x, int y) {
        return new int[] {(x < Sample.WIDTH / 2 ? 0 : 1) + (y < Sample.HEIGHT / 2 ? 0 : 2)};
    }

    private static Sample colours(String name, int type, int depth, boolean interlaced, BufferedImage shown) {
        int wide = depth == 16 ? 257 : 1;
        byte[] png = png(type, depth, interlaced, new byte[0], (x, y) -> {
            int argb = shown.getRGB(x, y);
            int red = (argb >> 16 & 0xFF) * wide;
            int green = (argb >> 8 & 0xFF) * wide;
            int blue = (argb & 0xFF) * wide;
            int alpha = (argb >>> 24) * wide;
            return switch (type) {
                case PngMaker.RGB -> new int[] {red, green, blue};
                case PngMaker.RGBA -> new int[] {red, green, blue, alpha};
                default -> new int[] {red, alpha};
            };
        });
        return Sample.of(name, png).shows(shown);
    }

    /** Returns PNGs with a part that is transparent by a tRNS chunk. */
    private static List<Sample> keyed() {
        byte[] white = {0, -1, 0, -1, 0, -1};
        byte[] rgb = FileEdits.pngWith(rgb(Sample.CORNERS), "tRNS", white);
        byte[] transparency = FileEdits.join(COLOURS, FileEdits.chunk("tRNS", new byte[] {-1, -1, -1, 0}));
        byte[] palette = png(PngMaker.PALETTE, 2, false, transparency, PngFiles::index);
        byte[] key = FileEdits.chunk("tRNS", new byte[] {0, 0});
        BufferedImage gone = Paint.transparent(Sample.WIDTH, Sample.HEIGHT, (x, y) -> x < Sample.WIDTH / 2 ? 0 : -1);
        byte[] grey = png(PngMaker.GREY, 4, false, key, (x, y) -> new int[] {x < Sample.WIDTH / 2 ? 0 : 15});
        return List.of(
                Sample.of("PNG, RGB, a transparent colour", rgb).shows(Sample.KEYED),
                Sample.of("PNG, palette, a transparent entry", palette).shows(Sample.KEYED),
                Sample.of("PNG, grey, a transparent level", grey).shows(gone));
    }

    private static byte[] png(int type, int depth, boolean interlaced, byte[] before, PngMaker.Samples samples) {
        return PngMaker.png(Sample.WIDTH, Sample.HEIGHT, type, depth, interlaced, before, samples);
    }

    private static byte[] palette(int size) {
        byte[] rgb = new byte[size * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (PALETTE[i / 3] >> (16 - 8 * (i % 3)));
        }
        return rgb;
    }
}
