package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A TIFF of each kind. */
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
        TiffMaker.Page inks = TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 4, JpegSamples::inks);
        BufferedImage lab = Paint.plain(Sample.WIDTH, Sample.HEIGHT, 0xFFFF0000);
        // Red, as CIELAB under D50 has it.
        TiffMaker.Page red = TiffMaker.Page.of(Sample.WIDTH, Sample.HEIGHT, 3, (x, y) -> new int[] {138, 81, 70});
        return List.of(
                Sample.of("TIFF, grey", TiffMaker.tiff(BIG, grey.with(TiffMaker.PHOTOMETRIC, 1)))
                        .shows(Sample.GREYS),
                Sample.of("TIFF, 16 bits", TiffMaker.tiff(LITTLE, wide(LITTLE))),
                Sample.of("TIFF, 16 bits, big-endian", TiffMaker.tiff(BIG, wide(BIG))),
                Sample.of("TIFF, planes", TiffMaker.tiff(BIG, planes())),
                Sample.of("TIFF, CMYK", TiffMaker.tiff(BIG, inks.with(TiffMaker.PHOTOMETRIC, 5)))
                        .shows(Sample.INKS)
                        .near(6),
                Sample.of("TIFF, CIELAB", TiffMaker.tiff(BIG, red.with(TiffMaker.PHOTOMETRIC, 8)))
                        .shows(lab)
                        .near(4));
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

    /** A strip of each colour. */
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
