package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** A GIF, WebP, SVG, BMP, PSD and ICO of each kind, and pictures on their side. */
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
        return Surgery.animatedWebp(W, H, frame, second);
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
                Sample.of("SVG", Surgery.ascii(svg)),
                Sample.of("SVG with a viewBox alone", Surgery.ascii(viewBox)),
                Sample.of("SVG in UTF-16", svg.getBytes(StandardCharsets.UTF_16)),
                Sample.of("SVG, compressed (.svgz)", SvgMaker.compressed(Surgery.ascii(svg))));
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
        return all;
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
            all.add(Sample.of("PSD, CMYK" + bits, PsdMaker.psd(W, H, 4, depth, false, JpegSamples::lightOfInks))
                    .shows(Sample.INKS)
                    .near(6));
        }
        PngMaker.Samples veiled = (x, y) -> bands(Sample.VEILED.getRGB(x, y), true);
        all.add(Sample.of("PSD, alpha", PsdMaker.psd(W, H, 3, 8, true, veiled)).shows(Sample.VEILED));
        all.add(Sample.of("PSD, palette", PsdMaker.indexed(W, H, PALETTE, OtherSamples::index)));
        all.add(Sample.of("PSD, Lab", PsdMaker.psd(W, H, 9, 8, false, rgb)).refusedAs("Lab PSD"));
        return all;
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
        byte[] png = PngSamples.rgb(Sample.CORNERS);
        all.add(Sample.of("ICO, PNG", new IcoMaker().with(W, 32, png).end()));
        byte[] cursor = new IcoMaker().with(W, 32, png).end();
        cursor[2] = 2;
        all.add(Sample.of("Windows cursor", cursor));
        return all;
    }

    /** As EXIF's 6 has it, which is how phones are held. */
    static List<Sample> orientation() throws IOException {
        BufferedImage stored = Paint.stored(opaque(), 6);
        byte[] webp = Originals.webp(stored, false);
        TiffMaker.Page page = TiffMaker.Page.of(H, W, 3, (x, y) -> bands(stored.getRGB(x, y), false));
        return List.of(
                Sample.of("JPEG, EXIF orientation", Surgery.jpegWithExif(Originals.jpeg(stored), 6))
                        .near(6),
                Sample.of("PNG, EXIF orientation", Surgery.pngWith(PngSamples.rgb(stored), "eXIf", ExifMaker.exif(6))),
                Sample.of("WebP, EXIF orientation", Surgery.webpWithExif(webp, H, W, 6))
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
