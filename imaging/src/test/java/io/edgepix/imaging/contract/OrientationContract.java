package io.edgepix.imaging.contract;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.TiffMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals that are rotated or mirrored, and broken EXIF data. */
public interface OrientationContract extends Contract {
    /** Returns the picture with EXIF data in every format that supports EXIF, by format. */
    private static Map<String, byte[]> with(BufferedImage stored, byte[] exif) throws IOException {
        byte[] named = FileEdits.join(FileEdits.ascii("Exif\0\0"), exif);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("JPEG", FileEdits.jpegWith(Originals.jpeg(stored), 0xE1, named));
        all.put("progressive JPEG", FileEdits.jpegWith(Originals.progressiveJpeg(stored), 0xE1, named));
        all.put("PNG", FileEdits.pngWith(Originals.png(stored), "eXIf", exif));
        for (boolean lossless : new boolean[] {false, true}) {
            byte[] webp = Originals.webp(stored, lossless);
            all.put("WebP", FileEdits.webpWithExif(webp, stored.getWidth(), stored.getHeight(), exif));
        }
        return all;
    }

    private static byte[] tiff(BufferedImage stored, int orientation, ByteOrder order, boolean big) {
        TiffMaker.Page page = TiffMaker.Page.of(stored.getWidth(), stored.getHeight(), 3, (x, y) -> {
                    int rgb = stored.getRGB(x, y);
                    return new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
                })
                .with(TiffMaker.ORIENTATION, orientation);
        return big ? TiffMaker.bigTiff(order, page) : TiffMaker.tiff(order, page);
    }

    private void assertUpright(Map<String, byte[]> originals, String what) throws Exception {
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            try {
                png(original.getValue(), "60x60").hasSize(60, 30).showsCorners(40);
            } catch (UnrenderableException | AssertionError e) {
                throw new AssertionError(original.getKey() + " with " + what, e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void render_eachOrientationInEachFormat_standsUpright(int orientation) throws Exception {
        BufferedImage stored = Paint.stored(Paint.corners(120, 60), orientation);

        assertUpright(with(stored, ExifMaker.exif(orientation)), "big-endian " + orientation);
        assertUpright(with(stored, ExifMaker.littleExif(orientation)), "little-endian " + orientation);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertUpright(Map.of("TIFF", tiff(stored, orientation, order, false)), order + " " + orientation);
            assertUpright(Map.of("BigTIFF", tiff(stored, orientation, order, true)), order + " " + orientation);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    default void render_rotatedOriginal_standsUprightInEveryDerivative(Format format) throws Exception {
        BufferedImage stored = Paint.stored(Paint.corners(120, 60), 6);
        for (byte[] original : with(stored, ExifMaker.exif(6)).values()) {
            decoded(original, "60x60", Fit.CONTAIN, format).hasSize(60, 30).showsCorners(40);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 65535})
    default void render_invalidOrientation_isUpright(int orientation) throws Exception {
        BufferedImage corners = Paint.corners(120, 60);

        assertUpright(with(corners, ExifMaker.exif(orientation)), "orientation " + orientation);
        assertUpright(Map.of("TIFF", tiff(corners, orientation, ByteOrder.BIG_ENDIAN, false)), "" + orientation);
    }

    @Test
    default void render_brokenExif_isUpright() throws Exception {
        BufferedImage corners = Paint.corners(120, 60);
        byte[] sound = ExifMaker.exif(6);
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("nothing", new byte[0]);
        broken.put("no directory", new byte[] {'M', 'M', 0, 42});
        broken.put("a directory beyond its end", with(sound, 4, 0x7FFFFFFF));
        broken.put("a directory before its start", with(sound, 4, -8));
        broken.put("a directory that is the header", with(sound, 4, 0));
        broken.put(
                "more entries than there are",
                ByteBuffer.wrap(sound.clone())
                        .putShort(8, (short) -1)
                        .putShort(10, (short) 1)
                        .array());
        broken.put(
                "an orientation in text",
                ByteBuffer.wrap(sound.clone()).putShort(12, (short) 2).array());
        broken.put(
                "an orientation of bytes",
                ByteBuffer.wrap(sound.clone()).putShort(12, (short) 1).array());
        broken.put("a list of orientations beyond its end", with(with(sound, 14, 1000), 18, 0x7FFFFF00));
        for (Map.Entry<String, byte[]> exif : broken.entrySet()) {
            assertUpright(with(corners, exif.getValue()), exif.getKey());
        }
    }

    /** The first directory names itself as the next one. */
    @Test
    default void render_exifWithCircularDirectories_standsUprightByTheFirst() throws Exception {
        byte[] circle = ExifMaker.exif(6);
        ByteBuffer.wrap(circle).putInt(22, 8);

        assertUpright(with(Paint.stored(Paint.corners(120, 60), 6), circle), "a circle");
    }

    private static byte[] with(byte[] exif, int at, int number) {
        return ByteBuffer.wrap(exif.clone()).putInt(at, number).array();
    }
}
