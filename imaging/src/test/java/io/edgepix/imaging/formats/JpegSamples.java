package io.edgepix.imaging.formats;

import io.edgepix.imaging.originals.ArithmeticJpeg;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.TurboJpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Samples of each kind of JPEG. */
final class JpegSamples {
    private static final double LOSSY = 6;

    private JpegSamples() {}

    static List<Sample> all() throws IOException {
        List<Sample> all = new ArrayList<>();
        for (int[] chroma : new int[][] {{1, 1, 444}, {2, 1, 422}, {2, 2, 420}}) {
            String sampling = String.join(":", String.valueOf(chroma[2]).split(""));
            for (boolean progressive : new boolean[] {false, true}) {
                String name = "JPEG, " + (progressive ? "progressive" : "baseline") + ", " + sampling;
                byte[] jpeg = JpegMaker.jpeg(Sample.CORNERS, chroma[0], chroma[1], 0, progressive);
                all.add(Sample.of(name, jpeg).near(LOSSY));
            }
        }
        all.add(Sample.of("JPEG, restart markers", JpegMaker.jpeg(Sample.CORNERS, 2, 2, 1, false))
                .near(LOSSY));
        all.addAll(colours());
        all.add(Sample.of("JPEG, arithmetic coding", ArithmeticJpeg.SEQUENTIAL).near(LOSSY));
        all.add(Sample.of("JPEG, arithmetic coding, progressive", ArithmeticJpeg.PROGRESSIVE)
                .near(LOSSY));
        all.add(Sample.of(
                        "JPEG, arithmetic coding, CMYK",
                        TurboJpeg.encode(
                                cmykSamples(),
                                Sample.WIDTH,
                                Sample.HEIGHT,
                                TurboJpeg.CMYK,
                                8,
                                Map.of(TurboJpeg.ARITHMETIC, 1)))
                .shows(Sample.CMYK)
                .near(LOSSY));
        all.add(Sample.of("JPEG, lossless", JpegMaker.lossless(Sample.WIDTH, Sample.HEIGHT, 0xA8))
                .shows(Paint.plain(Sample.WIDTH, Sample.HEIGHT, 0xFFA8A8A8)));
        all.add(Sample.of("JPEG, lossless, 16 bits", deep(16, Map.of(TurboJpeg.LOSSLESS, 1))));
        all.add(Sample.of("JPEG, 12 bits", deep(12, Map.of())).near(LOSSY));
        all.add(Sample.of("JPEG, 12 bits, progressive", deep(12, Map.of(TurboJpeg.PROGRESSIVE, 1)))
                .near(LOSSY));
        all.add(Sample.of("JPEG, a gain map after it", withGainMap()).near(LOSSY));
        all.addAll(damaged());
        all.add(Sample.of("JPEG, 10 bits", process(0xC1, 10)).refusedAs("10-bit JPEG"));
        all.add(Sample.of("JPEG, hierarchical", process(0xC5, 8)).refusedAs("hierarchical JPEG"));
        return all;
    }

    private static List<Sample> colours() throws IOException {
        BufferedImage grey = new BufferedImage(Sample.WIDTH, Sample.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < Sample.WIDTH * Sample.HEIGHT; i++) {
            int x = i % Sample.WIDTH;
            int y = i / Sample.WIDTH;
            grey.getRaster().setSample(x, y, 0, Sample.GREYS.getRGB(x, y) & 0xFF);
        }
        BufferedImage rgb = Originals.drawn(Sample.CORNERS, BufferedImage.TYPE_INT_RGB);
        byte[] inverted = Originals.fourSampleJpeg(Sample.WIDTH, Sample.HEIGHT, JpegSamples::invertedCmyk);
        byte[] lumaAndChroma = Originals.fourSampleJpeg(Sample.WIDTH, Sample.HEIGHT, JpegSamples::ycck);
        return List.of(
                Sample.of("JPEG, grey", Originals.jpeg(grey))
                        .shows(Sample.GREYS)
                        .near(LOSSY),
                Sample.of("JPEG, grey, progressive", Originals.progressiveJpeg(grey))
                        .shows(Sample.GREYS)
                        .near(LOSSY),
                Sample.of("JPEG, RGB", JpegMaker.rgb(rgb)).near(LOSSY),
                Sample.of("JPEG, CMYK", inverted).shows(Sample.CMYK).near(LOSSY),
                Sample.of("JPEG, CMYK, Adobe's marker", FileEdits.jpegWithAdobe(inverted, 0))
                        .shows(Sample.CMYK)
                        .near(LOSSY),
                Sample.of("JPEG, YCCK", FileEdits.jpegWithAdobe(lumaAndChroma, 2))
                        .shows(Sample.CMYK)
                        .near(LOSSY));
    }

    /** Returns damaged JPEGs that have all of their pixels. */
    private static List<Sample> damaged() throws IOException {
        byte[] jpeg = Originals.jpeg(Sample.CORNERS);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] stray = FileEdits.ascii("stray");
        return List.of(
                Sample.of("JPEG, JFIF, and Adobe's marker for RGB", FileEdits.jpegWithAfterJfif(jpeg, 0xEE, adobe))
                        .near(LOSSY),
                Sample.of("JPEG, no end marker", Arrays.copyOf(jpeg, jpeg.length - 2))
                        .near(LOSSY),
                Sample.of(
                                "JPEG, a trailer instead of the end marker",
                                FileEdits.join(Arrays.copyOf(jpeg, jpeg.length - 2), FileEdits.ascii("SEFT")))
                        .near(LOSSY),
                Sample.of(
                                "JPEG, stray bytes between segments",
                                FileEdits.join(Arrays.copyOf(jpeg, 2), stray, Arrays.copyOfRange(jpeg, 2, jpeg.length)))
                        .near(LOSSY),
                Sample.of(
                                "JPEG, a comment of length 0",
                                FileEdits.join(
                                        Arrays.copyOf(jpeg, 2),
                                        new byte[] {-1, (byte) 0xFE, 0, 0},
                                        Arrays.copyOfRange(jpeg, 2, jpeg.length)))
                        .near(LOSSY));
    }

    private static byte[] deep(int depth, Map<Integer, Integer> parameters) {
        int[] samples = new int[Sample.WIDTH * Sample.HEIGHT * 3];
        Arrays.setAll(samples, i -> {
            int pixel = i / 3;
            int argb = Sample.CORNERS.getRGB(pixel % Sample.WIDTH, pixel / Sample.WIDTH);
            return (argb >> (16 - 8 * (i % 3)) & 0xFF) * ((1 << depth) - 1) / 255;
        });
        return TurboJpeg.encode(samples, Sample.WIDTH, Sample.HEIGHT, TurboJpeg.RGB, depth, parameters);
    }

    /** Returns samples of CMYK as Adobe stores them, with Adobe's marker, which the encoder writes. */
    private static int[] cmykSamples() {
        int[] samples = new int[Sample.WIDTH * Sample.HEIGHT * 4];
        Arrays.setAll(samples, i -> invertedCmyk(i / 4 % Sample.WIDTH, i / 4 / Sample.WIDTH)[i % 4]);
        return samples;
    }

    static int[] cmyk(int x, int y) {
        int quarter = (x < Sample.WIDTH / 2 ? 0 : 1) + (y < Sample.HEIGHT / 2 ? 0 : 2);
        return new int[] {quarter == 0 ? 255 : 0, quarter == 1 ? 255 : 0, quarter == 2 ? 255 : 0, 0};
    }

    static int[] invertedCmyk(int x, int y) {
        int[] cmyk = cmyk(x, y);
        return new int[] {255 - cmyk[0], 255 - cmyk[1], 255 - cmyk[2], 255 - cmyk[3]};
    }

    /**
     * Returns Adobe's YCCK: cyan, magenta and yellow converted as if they were red, green and blue, and black inverted.
     */
    private static int[] ycck(int x, int y) {
        int[] cmyk = cmyk(x, y);
        double luma = 0.299 * cmyk[0] + 0.587 * cmyk[1] + 0.114 * cmyk[2];
        double blue = 128 + (cmyk[2] - luma) / 1.772;
        double red = 128 + (cmyk[0] - luma) / 1.402;
        return new int[] {(int) Math.round(luma), level(blue), level(red), 255 - cmyk[3]};
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** Returns HDR as phones store it: a second JPEG after the first, and a directory of both. */
    private static byte[] withGainMap() throws IOException {
        byte[] first = Originals.jpeg(Sample.CORNERS);
        byte[] map = Originals.jpeg(Paint.plain(20, 10, Paint.WHITE));
        String about = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
                + "xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'/></rdf:RDF></x:xmpmeta>";
        byte[] directory = new byte[86];
        System.arraycopy(FileEdits.ascii("MPF\0MM\0*"), 0, directory, 0, 8);
        directory[11] = 8;
        byte[] described = FileEdits.jpegWith(FileEdits.jpegWith(first, 0xE2, directory), 0xE1, FileEdits.ascii(about));
        return FileEdits.join(described, map);
    }

    private static byte[] process(int marker, int depth) throws IOException {
        byte[] jpeg = Originals.jpeg(Sample.CORNERS);
        int frame = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        jpeg[frame + 1] = (byte) marker;
        jpeg[frame + 4] = (byte) depth;
        return jpeg;
    }
}
