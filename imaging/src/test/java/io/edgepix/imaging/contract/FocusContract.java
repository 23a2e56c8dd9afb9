package io.edgepix.imaging.contract;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which part of the upright picture a crop keeps. */
public interface FocusContract extends Contract {
    int WIDTH = 300;
    int HEIGHT = 200;

    private DecodedImage covered(byte[] original, String box, int x, int y, Format format) throws Exception {
        return decoded(original, new RenderRequest(Size.parse(box), Fit.COVER, new Focus(x, y), format, 95, WHITE));
    }

    private static double start(int length, int part, int percent) {
        return Math.clamp(length * percent / 100.0 - part / 2.0, 0, length - part);
    }

    /** Checks the shades of the part of the picture that is closest to the focal point. */
    private static void shows(DecodedImage decoded, int partWidth, int partHeight, int x, int y, int tolerance) {
        double left = start(WIDTH, partWidth, x);
        double top = start(HEIGHT, partHeight, y);
        for (int row = 2; row < decoded.height(); row += 7) {
            for (int column = 2; column < decoded.width(); column += 7) {
                double across = left + (column + 0.5) * partWidth / decoded.width();
                double down = top + (row + 0.5) * partHeight / decoded.height();
                int red = (int) (across * 255 / WIDTH);
                int green = (int) (down * 255 / HEIGHT);
                int blue = (int) ((across + down) * 255 / (WIDTH + HEIGHT));
                decoded.shows(column, row, red << 16 | green << 8 | blue, tolerance);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "0, 50", "100, 50", "30, 70", "40, 0", "60, 100", "70, 10", "10, 30"})
    default void render_focus_isAsNearToTheMiddleAsThePictureAllows(int x, int y) throws Exception {
        BufferedImage shades = Paint.shades(WIDTH, HEIGHT);
        for (byte[] original : List.of(
                Originals.png(shades), Originals.jpeg(shades), Originals.webp(shades), Originals.webp(shades, false))) {
            for (Format format : List.of(Format.PNG, Format.WEBP, Format.JPEG)) {
                shows(covered(original, "60x60", x, y, format).hasSize(60, 60), 200, 200, x, y, 9);
                shows(covered(original, "60x20", x, y, format).hasSize(60, 20), 300, 100, x, y, 9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void render_focusOfAnOriginalOnItsSide_isOfTheUprightPicture(int orientation) throws Exception {
        BufferedImage stored = Paint.stored(Paint.shades(WIDTH, HEIGHT), orientation);
        byte[] jpeg = FileEdits.jpegWithExif(Originals.jpeg(stored), orientation);
        byte[] png = FileEdits.pngWith(Originals.png(stored), "eXIf", ExifMaker.exif(orientation));
        for (byte[] original : List.of(jpeg, png)) {
            for (Format format : List.of(Format.PNG, Format.WEBP, Format.JPEG)) {
                for (int[] focus : new int[][] {{0, 0}, {100, 100}, {30, 70}, {70, 30}}) {
                    DecodedImage wide = covered(original, "60x20", focus[0], focus[1], format);
                    DecodedImage high = covered(original, "30x60", focus[0], focus[1], format);

                    shows(wide.hasSize(60, 20), 300, 100, focus[0], focus[1], 9);
                    shows(high.hasSize(30, 60), 100, 200, focus[0], focus[1], 9);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void render_focusOfASmallerPicture_isCutWithoutResampling(int orientation) throws Exception {
        BufferedImage stripes = Paint.opaque(31, 10, (x, y) -> x < 10 ? Paint.RED : x < 21 ? Paint.GREEN : Paint.BLUE);
        byte[] original = FileEdits.pngWith(
                Originals.png(Paint.stored(stripes, orientation)), "eXIf", ExifMaker.exif(orientation));
        for (Map.Entry<Integer, Integer> each :
                Map.of(0, Paint.RED, 50, Paint.GREEN, 100, Paint.BLUE).entrySet()) {
            DecodedImage decoded =
                    covered(original, "500x500", each.getKey(), 50, Format.PNG).hasSize(10, 10);

            decoded.shows(0, 5, each.getValue(), 0).shows(9, 5, each.getValue(), 0);
        }
    }
}
