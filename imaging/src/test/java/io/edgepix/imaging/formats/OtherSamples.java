package io.edgepix.imaging.formats;

import io.edgepix.imaging.originals.BmpMaker;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.IcoMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.PsdMaker;
import io.edgepix.imaging.originals.SvgMaker;
import io.edgepix.imaging.originals.TiffMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Samples of each kind of GIF, WebP, SVG, BMP, PSD and ICO, and of each orientation. */
final class OtherSamples {
    private static final int W = Sample.WIDTH;
    private static final int H = Sample.HEIGHT;
    private static final int[] PALETTE = {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE};

    private OtherSamples() {}

    static List<Sample> gif() {
        byte[] gone = new GifMaker(W, H)
                .control(1, 3)
                .frame(0, 0, W, H, false, OtherSamples::index)
                .end();
        byte[] animated = new GifMaker(W, H)
                .control(1, -1)
                .frame(0, 0, W, H, false, OtherSamples::index)
                .control(1, -1)
                .frame(0, 0, W, H, false, (x, y) -> 3)
                .end();
        return List.of(
                Sample.of(
                        "GIF",
                        new GifMaker(W, H)
                                .frame(0, 0, W, H, false, OtherSamples::index)
                                .end()),
                Sample.of(
                        "GIF, interlaced",
                        new GifMaker(W, H)
                                .frame(0, 0, W, H, true, OtherSamples::index)
                                .end()),
                Sample.of("GIF, transparent", gone).shows(Sample.KEYED),
                Sample.of("GIF, animated", animated).firstOf("frames"));
    }

    static List<Sample> webp() throws IOException {
        byte[] frame = Originals.webp(opaque());
        return List.of(
                Sample.of("WebP, lossy", Originals.webp(opaque(), false)).near(8),
                Sample.of("WebP, lossless", frame),
                Sample.of("WebP, lossy, alpha", Originals.webp(Sample.VEILED, false))
                        .shows(Sample.VEILED)
                        .near(8),
                Sample.of("WebP, lossless, alpha", Originals.webp(Sample.VEILED))
                        .shows(Sample.VEILED),
                Sample.of("WebP, animated", animated(frame)).firstOf("frames"));
    }

    private static byte[] animated(byte[] frame) throws IOException {
        byte[] second = Originals.webp(Paint.plain(W, H, Paint.BLACK));
        return FileEdits.animatedWebp(W, H, frame, second);
    }

    static List<Sample> svg() {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">
                <rect width="40" height="20" fill="#F00"/><rect x="40" width="40" height="20" fill="#0F0"/>
                <rect y="20" width="40" height="20" fill="#00F"/><rect x="40" y="20" width="40" height="20" fill="#FFF"/>
                </svg>
                """;
        String viewBox = svg.replace("width=\"80\" height=\"40\">\n<rect width", "viewBox=\"0 0 80 40\">\n<rect width");
        return List.of(
                Sample.of("SVG", FileEdits.ascii(svg)),
                Sample.of("SVG, viewBox only", FileEdits.ascii(viewBox)),
                Sample.of("SVG, UTF-16", svg.getBytes(StandardCharsets.UTF_16)),
                Sample.of("SVG, compressed (.svgz)", SvgMaker.compressed(FileEdits.ascii(svg))));
    }

    static List<Sample> bmp() {
        List<Sample> all = new ArrayList<>();
        for (int bits : new int[] {4, 8, 16, 24, 32}) {
            int[] palette = bits > 8 ? new int[0] : PALETTE;
            for (boolean topDown : new boolean[] {false, true}) {
                String name = "BMP, " + bits + " bits" + (topDown ? ", top-down" : "");
                all.add(Sample.of(name, BmpMaker.bmp(W, H, bits, topDown, palette, pixel(bits))));
            }
        }
        IntBinaryOperator bit = (x, y) -> (Sample.BLACK_AND_WHITE.getRGB(x, y) & 1);
        all.add(Sample.of("BMP, 1 bit", BmpMaker.bmp(W, H, 1, false, new int[] {Paint.BLACK, Paint.WHITE}, bit))
                .shows(Sample.BLACK_AND_WHITE));
        all.add(Sample.of("BMP, RLE8", BmpMaker.rle8(W, H, PALETTE, OtherSamples::index)));
        all.add(Sample.of("BMP, RLE4", BmpMaker.rle4(W, H, PALETTE, OtherSamples::index)));
        all.add(Sample.of("BMP, bit fields of 16", BmpMaker.bitFields(W, H, OtherSamples::fiveSixFive)));
        all.add(Sample.of("BMP, alpha mask", BmpMaker.masked(W, H, Sample.VEILED::getRGB))
                .shows(Sample.VEILED));
        all.add(Sample.of("BMP, OS/2", BmpMaker.os2(W, H, OtherSamples.pixel(24))));
        all.addAll(otherBmp());
        return all;
    }

    private static List<Sample> otherBmp() {
        int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
        int[] tenBits = {0x3FF00000, 0xFFC00, 0x3FF, 0xC0000000};
        int[] all = Arrays.copyOf(PALETTE, 16);
        return List.of(
                Sample.of("BMP, 2 bits", BmpMaker.bmp(W, H, 2, false, PALETTE, OtherSamples::index)),
                Sample.of(
                                "BMP, alpha mask, header of 56 bytes",
                                BmpMaker.fields(56, W, H, masks, Sample.VEILED::getRGB))
                        .shows(Sample.VEILED),
                Sample.of("BMP, bit fields of 10, 10, 10 and 2", BmpMaker.fields(124, W, H, tenBits, (x, y) -> {
                    int rgb = Sample.CORNERS.getRGB(x, y);
                    return 0xC0000000 | (rgb >> 16 & 1) * 0x3FF00000 | (rgb >> 8 & 1) * 0xFFC00 | (rgb & 1) * 0x3FF;
                })),
                Sample.of("BMP, OS/2, header of 16 bytes", BmpMaker.shortened(16, W, H, 4, all, OtherSamples::index)),
                Sample.of("BMP, RLE8, skipped pixels", BmpMaker.coded(W, H, 8, 1, PALETTE, skipped()))
                        .shows(Paint.opaque(W, H, (x, y) -> Sample.KEYED.getRGB(x, y))),
                Sample.of("BMP, RLE24", BmpMaker.coded(W, H, 24, 4, new int[0], wholeColours())),
                Sample.of("BMP, 64 bits", BmpMaker.coded(W, H, 64, 0, new int[0]))
                        .refusedAs("64-bit BMP"),
                Sample.of("BMP, OS/2 in Huffman coding", BmpMaker.coded(W, H, 1, 3, new int[0]))
                        .refusedAs("OS/2's Huffman coding"),
                Sample.of("BMP, embedded JPEG or PNG", BmpMaker.coded(W, H, 0, 5, new int[0]))
                        .refusedAs("BMP that holds a JPEG or PNG"));
    }

    /** Returns run lengths whose lower rows end half way. */
    private static int[] skipped() {
        IntStream.Builder codes = IntStream.builder();
        for (int y = H - 1; y >= 0; y--) {
            codes.add(W / 2).add(index(0, y));
            if (y < H / 2) {
                codes.add(W / 2).add(index(W - 1, y));
            }
            codes.add(0).add(y == 0 ? 1 : 0);
        }
        return codes.build().toArray();
    }

    private static int[] wholeColours() {
        IntStream.Builder codes = IntStream.builder();
        for (int y = H - 1; y >= 0; y--) {
            for (int x = 0; x < W; x += W / 2) {
                int rgb = Sample.CORNERS.getRGB(x, y);
                codes.add(W / 2).add(rgb & 0xFF).add(rgb >> 8 & 0xFF).add(rgb >> 16 & 0xFF);
            }
            codes.add(0).add(y == 0 ? 1 : 0);
        }
        return codes.build().toArray();
    }

    static List<Sample> psd() {
        List<Sample> all = new ArrayList<>();
        PngMaker.Samples rgb = (x, y) -> bands(Sample.CORNERS.getRGB(x, y), false);
        PngMaker.Samples grey = (x, y) -> new int[] {Sample.GREYS.getRGB(x, y) & 0xFF};
        for (int depth : new int[] {8, 16}) {
            String bits = ", " + depth + " bits";
            all.add(Sample.of("PSD, RGB" + bits, PsdMaker.psd(W, H, 3, depth, false, rgb)));
            all.add(Sample.of("PSD, grey" + bits, PsdMaker.psd(W, H, 1, depth, false, grey))
                    .shows(Sample.GREYS));
            all.add(Sample.of("PSD, CMYK" + bits, PsdMaker.psd(W, H, 4, depth, false, JpegSamples::invertedCmyk))
                    .shows(Sample.CMYK)
                    .near(6));
        }
        PngMaker.Samples veiled = (x, y) -> bands(Sample.VEILED.getRGB(x, y), true);
        all.add(Sample.of("PSD, alpha", PsdMaker.psd(W, H, 3, 8, true, veiled)).shows(Sample.VEILED));
        all.add(Sample.of("PSD, palette", PsdMaker.indexed(W, H, PALETTE, OtherSamples::index)));
        all.addAll(otherPsd());
        all.add(Sample.of("PSD, Lab", PsdMaker.psd(W, H, 9, 8, false, rgb)).refusedAs("Lab PSD"));
        return all;
    }

    private static List<Sample> otherPsd() {
        ByteBuffer floats = ByteBuffer.allocate(W * H * 3 * 4);
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < W * H; i++) {
                floats.putFloat(Sample.CORNERS.getRGB(i % W, i / W) >> shift & 1);
            }
        }
        BitSet bits = new BitSet(W * H);
        for (int i = 0; i < W * H; i++) {
            bits.set(i / 8 * 8 + 7 - i % 8, Sample.BLACK_AND_WHITE.getRGB(i % W, i / W) == Paint.BLACK);
        }
        byte[] ink = Arrays.copyOf(bits.toByteArray(), W * H / 8);
        PngMaker.Samples five = (x, y) -> Arrays.copyOf(JpegSamples.invertedCmyk(x, y), 5);
        PngMaker.Samples grey = (x, y) -> new int[] {Sample.GREYS.getRGB(x, y) & 0xFF};
        return List.of(
                Sample.of(
                                "PSD, RGB, 32 bits",
                                PsdMaker.stored(new PsdMaker.Kind(1, 3, W, H, 32, 3), new byte[0], 0, floats.array()))
                        .near(4),
                Sample.of("PSD, 1 bit", PsdMaker.stored(new PsdMaker.Kind(1, 1, W, H, 1, 0), new byte[0], 0, ink))
                        .shows(Sample.BLACK_AND_WHITE),
                Sample.of("PSD, CMYK and a spot colour", PsdMaker.psd(W, H, 4, 8, false, five))
                        .shows(Sample.CMYK)
                        .near(6),
                Sample.of("PSD, duotone", PsdMaker.psd(W, H, 8, 8, false, grey)).shows(Sample.GREYS),
                Sample.of("PSD, multichannel", PsdMaker.psd(W, H, 7, 8, false, grey))
                        .refusedAs("multichannel PSD"));
    }

    static List<Sample> ico() {
        List<Sample> all = new ArrayList<>();
        IntBinaryOperator none = (x, y) -> 0;
        for (int bits : new int[] {4, 8, 16, 24, 32}) {
            byte[] rows = IcoMaker.rows(W, H, bits, bits > 8 ? new int[0] : PALETTE, pixel(bits), none);
            all.add(Sample.of(
                    "ICO, " + bits + " bits", new IcoMaker().with(W, bits, rows).end()));
        }
        IntBinaryOperator mask = (x, y) -> Sample.KEYED.getRGB(x, y) == 0 ? 1 : 0;
        byte[] masked = IcoMaker.rows(W, H, 24, new int[0], pixel(24), mask);
        all.add(Sample.of("ICO, mask", new IcoMaker().with(W, 24, masked).end()).shows(Sample.KEYED));
        byte[] png = PngFiles.rgb(Sample.CORNERS);
        all.add(Sample.of("ICO, PNG", new IcoMaker().with(W, 32, png).end()));
        byte[] cursor = new IcoMaker().with(W, 32, png).end();
        cursor[2] = 2;
        all.add(Sample.of("Windows cursor", cursor));
        return all;
    }

    /** Returns pictures with EXIF's orientation 6, which is how phones are held. */
    static List<Sample> orientation() throws IOException {
        BufferedImage stored = Paint.stored(opaque(), 6);
        byte[] webp = Originals.webp(stored, false);
        TiffMaker.Page page = TiffMaker.Page.of(H, W, 3, (x, y) -> bands(stored.getRGB(x, y), false));
        return List.of(
                Sample.of("JPEG, EXIF orientation", FileEdits.jpegWithExif(Originals.jpeg(stored), 6))
                        .near(6),
                Sample.of("PNG, EXIF orientation", FileEdits.pngWith(PngFiles.rgb(stored), "eXIf", ExifMaker.exif(6))),
                Sample.of("WebP, EXIF orientation", FileEdits.webpWithExif(webp, H, W, 6))
                        .near(8),
                Sample.of(
                        "TIFF, orientation",
                        TiffMaker.tiff(ByteOrder.BIG_ENDIAN, page.with(TiffMaker.ORIENTATION, 6))));
    }

    private static BufferedImage opaque() {
        return Originals.drawn(Sample.CORNERS, BufferedImage.TYPE_INT_RGB);
    }

    private static int index(int x, int y) {
        return (x < W / 2 ? 0 : 1) + (y < H / 2 ? 0 : 2);
    }

    private static int[] bands(int argb, boolean alpha) {
        int[] rgb = {argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF};
        return alpha ? new int[] {rgb[0], rgb[1], rgb[2], argb >>> 24} : rgb;
    }

    private static IntBinaryOperator pixel(int bits) {
        return switch (bits) {
            case 16 ->
                (x, y) -> {
                    int rgb = Sample.CORNERS.getRGB(x, y);
                    return (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | (rgb >> 3 & 31);
                };
            case 24, 32 -> (x, y) -> Sample.CORNERS.getRGB(x, y) & 0xFFFFFF;
            default -> OtherSamples::index;
        };
    }

    private static int fiveSixFive(int x, int y) {
        int rgb = Sample.CORNERS.getRGB(x, y);
        return (rgb >> 19 & 31) << 11 | (rgb >> 10 & 63) << 5 | (rgb >> 3 & 31);
    }
}
