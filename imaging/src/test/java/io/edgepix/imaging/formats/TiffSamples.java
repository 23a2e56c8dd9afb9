package io.edgepix.imaging.formats;

import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.TiffMaker;
import io.edgepix.imaging.originals.TiffPacker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples of each kind of TIFF. */
final class TiffSamples {
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    private TiffSamples() {}

    static List<Sample> all() throws IOException {
        List<Sample> all = new ArrayList<>();
        TiffMaker.Page rgb = page(Sample.CORNERS, false);
        all.add(Sample.of("TIFF, big-endian", TiffMaker.tiff(BIG, rgb)));
        all.add(Sample.of("TIFF, little-endian", TiffMaker.tiff(LITTLE, rgb)));
        all.add(Sample.of("BigTIFF, big-endian", TiffMaker.bigTiff(BIG, rgb)));
        all.add(Sample.of("BigTIFF, little-endian", TiffMaker.bigTiff(LITTLE, rgb)));
        all.add(Sample.of("TIFF, several pages", TiffMaker.tiff(LITTLE, rgb, page(Sample.BLACK_AND_WHITE, false)))
                .firstOf("pages"));
        all.add(Sample.of(
                        "TIFF, alpha",
                        TiffMaker.tiff(BIG, page(Sample.VEILED, true).with(TiffMaker.EXTRA_SAMPLES, 2)))
                .shows(Sample.VEILED));
        all.addAll(compressed());
        all.addAll(samples());
        all.addAll(depths());
        all.addAll(refused());
        Map<String, Integer> unread = new LinkedHashMap<>();
        unread.put("JPEG 2000", 34712);
        unread.put("JBIG", 34661);
        unread.put("SGI LogLuv", 34676);
        unread.put("LERC", 34887);
        unread.put("LZMA", 34925);
        unread.put("Zstandard", 50000);
        unread.put("WebP", 50001);
        unread.put("JPEG XL", 50002);
        unread.forEach((name, number) -> {
            byte[] tiff = TiffMaker.tiff(BIG, rgb.with(TiffMaker.COMPRESSION, number));
            all.add(Sample.of("TIFF, " + name, tiff).refusedAs("TIFF with compression " + number));
        });
        return all;
    }

    private static List<Sample> compressed() throws IOException {
        List<Sample> all = new ArrayList<>();
        for (String compression : List.of("LZW", "ZLib", "Deflate", "PackBits", "JPEG")) {
            for (int tile : new int[] {0, 16}) {
                byte[] tiff = Originals.tiff(opaque(Sample.CORNERS), compression, tile);
                String name = "TIFF, " + compression + (tile > 0 ? ", tiles" : ", strips");
                all.add(Sample.of(name, tiff).near(compression.equals("JPEG") ? 8 : 2.5));
            }
        }
        BufferedImage fax = new BufferedImage(Sample.WIDTH, Sample.HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        Paint.paint(fax, Sample.BLACK_AND_WHITE::getRGB);
        for (String compression : List.of("CCITT RLE", "CCITT T.4", "CCITT T.6")) {
            all.add(Sample.of("TIFF, " + compression, Originals.tiff(fax, compression, 0))
                    .shows(Sample.BLACK_AND_WHITE));
        }
        BufferedImage palette = new BufferedImage(Sample.WIDTH, Sample.HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        Paint.paint(palette, Sample.CORNERS::getRGB);
        all.add(Sample.of("TIFF, palette", Originals.tiff(palette, "LZW", 0)));
        return all;
    }

    private static List<Sample> samples() {
        TiffMaker.Page grey = TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 1, (x, y) -> {
            return new int[] {Sample.GREYS.getRGB(x, y) & 0xFF};
        });
        TiffMaker.Page cmyk = TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 4, JpegSamples::cmyk);
        BufferedImage lab = Paint.plain(Sample.WIDTH, Sample.HEIGHT, 0xFFFF0000);
        // Red in CIELAB under D50.
        TiffMaker.Page red = TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 3, (x, y) -> new int[] {138, 81, 70});
        return List.of(
                Sample.of("TIFF, grey", TiffMaker.tiff(BIG, grey.with(TiffMaker.PHOTOMETRIC, 1)))
                        .shows(Sample.GREYS),
                Sample.of("TIFF, 16 bits", TiffMaker.tiff(LITTLE, wide(LITTLE))),
                Sample.of("TIFF, 16 bits, big-endian", TiffMaker.tiff(BIG, wide(BIG))),
                Sample.of("TIFF, planes", TiffMaker.tiff(BIG, planes())),
                Sample.of("TIFF, CMYK", TiffMaker.tiff(BIG, cmyk.with(TiffMaker.PHOTOMETRIC, 5)))
                        .shows(Sample.CMYK)
                        .near(6),
                Sample.of("TIFF, CIELAB", TiffMaker.tiff(BIG, red.with(TiffMaker.PHOTOMETRIC, 8)))
                        .shows(lab)
                        .near(4));
    }

    private static List<Sample> depths() {
        List<Sample> all = new ArrayList<>();
        for (int bits : new int[] {2, 6, 10, 12, 14, 24, 32, 64}) {
            all.add(Sample.of(
                    "TIFF, " + bits + " bits",
                    TiffMaker.tiff(LITTLE, packer(bits).page(TiffSamples::rgb))));
        }
        PngMaker.Samples grey = (x, y) -> new int[] {Sample.GREYS.getRGB(x, y) & 0xFF};
        for (int bits : new int[] {12, 16, 32}) {
            TiffMaker.Page page = packer(bits).page(grey).with(TiffMaker.PHOTOMETRIC, 1);
            all.add(Sample.of("TIFF, grey, " + bits + " bits", TiffMaker.tiff(LITTLE, page))
                    .shows(Sample.GREYS));
        }
        all.add(Sample.of(
                "TIFF, planes, 14 bits", TiffMaker.tiff(LITTLE, packer(14).planes(TiffSamples::rgb))));
        TiffMaker.Page floats = packer(32).stored(TiffSamples::light, false).with(TiffMaker.SAMPLE_FORMAT, 3);
        // Linear light is resized as such, so edges are brighter.
        all.add(Sample.of("TIFF, floating point", TiffMaker.tiff(LITTLE, floats))
                .near(4));
        for (int bits : new int[] {8, 16}) {
            TiffMaker.Page cmyk = packer(bits).page((x, y) -> Arrays.copyOf(JpegSamples.cmyk(x, y), 5));
            TiffMaker.Page five = cmyk.with(TiffMaker.PHOTOMETRIC, 5).with(TiffMaker.EXTRA_SAMPLES, 0);
            all.add(Sample.of("TIFF, CMYK and a spot colour, " + bits + " bits", TiffMaker.tiff(LITTLE, five))
                    .shows(Sample.CMYK)
                    .near(6));
        }
        TiffMaker.Page red = packer(16)
                .stored((x, y) -> new long[] {0x8A8A, 0x5100, 0x4600, 0xFFFF}, false)
                .with(TiffMaker.PHOTOMETRIC, 8)
                .with(TiffMaker.EXTRA_SAMPLES, 2);
        all.add(Sample.of("TIFF, CIELAB and alpha, 16 bits", TiffMaker.tiff(LITTLE, red))
                .shows(Paint.plain(Sample.WIDTH, Sample.HEIGHT, Paint.RED))
                .near(4));
        return all;
    }

    private static List<Sample> refused() {
        TiffMaker.Page page = packer(16).page(TiffSamples::rgb);
        TiffMaker.Page cmyk = packer(8).page(JpegSamples::cmyk).with(TiffMaker.PHOTOMETRIC, 5);
        return List.of(
                Sample.of("TIFF, signed samples", TiffMaker.tiff(LITTLE, page.with(TiffMaker.SAMPLE_FORMAT, 2)))
                        .refusedAs("TIFF with signed samples"),
                Sample.of("TIFF, inks other than CMYK", TiffMaker.tiff(LITTLE, cmyk.with(332, 2)))
                        .refusedAs("TIFF with inks other than"));
    }

    private static TiffPacker packer(int bits) {
        return new TiffPacker(Sample.WIDTH, Sample.HEIGHT, bits, LITTLE);
    }

    private static int[] rgb(int x, int y) {
        int rgb = Sample.CORNERS.getRGB(x, y);
        return new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
    }

    private static long[] light(int x, int y) {
        long[] light = new long[3];
        for (int band = 0; band < 3; band++) {
            light[band] = Float.floatToIntBits(rgb(x, y)[band] / 255f);
        }
        return light;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        return Originals.drawn(picture, BufferedImage.TYPE_INT_RGB);
    }

    private static TiffMaker.Page page(BufferedImage picture, boolean alpha) {
        return TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, alpha ? 4 : 3, (x, y) -> {
            int argb = picture.getRGB(x, y);
            int[] rgb = {argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF};
            return alpha ? new int[] {rgb[0], rgb[1], rgb[2], argb >>> 24} : rgb;
        });
    }

    private static TiffMaker.Page wide(ByteOrder order) {
        ByteBuffer data = ByteBuffer.allocate(Sample.WIDTH * Sample.HEIGHT * 6).order(order);
        for (int i = 0; i < Sample.WIDTH * Sample.HEIGHT; i++) {
            int rgb = Sample.CORNERS.getRGB(i % Sample.WIDTH, i / Sample.WIDTH);
            for (int shift = 16; shift >= 0; shift -= 8) {
                data.putShort((short) ((rgb >> shift & 0xFF) * 257));
            }
        }
        return TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 3, 16, data.array());
    }

    /** Returns a TIFF with a strip for each colour. */
    private static TiffMaker.Page planes() {
        ByteBuffer data = ByteBuffer.allocate(Sample.WIDTH * Sample.HEIGHT * 3);
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < Sample.WIDTH * Sample.HEIGHT; i++) {
                data.put((byte) (Sample.CORNERS.getRGB(i % Sample.WIDTH, i / Sample.WIDTH) >> shift));
            }
        }
        return TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 3, 8, data.array())
                .inPlanes();
    }
}
