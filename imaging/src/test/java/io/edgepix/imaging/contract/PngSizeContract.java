package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that PNGs are as small as possible without loss. */
public interface PngSizeContract extends Contract {
    int WIDTH = 240;
    int HEIGHT = 180;
    /** The bytes of the signature, the header, the end, and the chunk around the data. */
    int AROUND = 57;

    private static Map<String, BufferedImage> pictures() {
        Random random = new Random(7);
        BufferedImage shades = Paint.shades(WIDTH, HEIGHT);
        Map<String, BufferedImage> pictures = new TreeMap<>();
        pictures.put("one colour", opaque((x, y) -> 0x3060C0));
        pictures.put("two colours", opaque((x, y) -> (x / 7 + y / 5) % 3 == 0 ? 0x123456 : 0xFEDCBA));
        pictures.put("noise of two colours", opaque((x, y) -> random.nextBoolean() ? 0xFF0000 : 0x00FF00));
        pictures.put("black and white", opaque((x, y) -> (x * x + y * y) % 97 < 30 ? 0 : 0xFFFFFF));
        pictures.put("16 greys", opaque((x, y) -> (x / 15) * 0x111111));
        pictures.put("noise of greys", opaque((x, y) -> random.nextInt(256) * 0x010101));
        pictures.put("grey gradient", opaque((x, y) -> ((x + y) * 255 / (WIDTH + HEIGHT)) * 0x010101));
        pictures.put("drawing", opaque((x, y) -> x % 60 < 40 && y % 50 < 6 ? 0x204080 : x < 30 ? 0xFFD020 : 0xFFFFFF));
        pictures.put(
                "text",
                opaque((x, y) -> y % 12 < 8 && ((x / 8 * 2654435 + y % 12 * 40503 + y / 12 * 977) >> x % 8 & 1) == 1
                        ? 0
                        : 0xFFFFFF));
        pictures.put("200 colours", opaque((x, y) -> (x * 7 + y * 13) % 200 * 0x010507 & 0xFFFFFF));
        pictures.put("noise of 250 colours", opaque((x, y) -> random.nextInt(250) * 0x030509 & 0xFFFFFF));
        pictures.put("gradient", shades);
        pictures.put("noise", opaque((x, y) -> random.nextInt() & 0xFFFFFF));
        pictures.put("photograph", opaque((x, y) -> (shades.getRGB(x, y) & 0xF8F8F8) | (random.nextInt() & 0x070707)));
        pictures.put(
                "cut out",
                transparent((x, y) ->
                        (x - 120) * (x - 120) + (y - 90) * (y - 90) < 6400 ? shades.getRGB(x, y) : 0x00FF00FF));
        pictures.put("glow", transparent((x, y) -> Math.max(0, 255 - x) << 24 | 0xFFC020));
        pictures.put("soft and coloured", transparent((x, y) -> y << 24 | (shades.getRGB(x, y) & 0xFFFFFF)));
        pictures.put("soft and grey", transparent((x, y) -> y << 24 | (x % 256) * 0x010101));
        pictures.put("transparent", transparent((x, y) -> x * 0x010101));
        return pictures;
    }

    private static BufferedImage opaque(IntBinaryOperator colour) {
        return Paint.opaque(WIDTH, HEIGHT, colour);
    }

    private static BufferedImage transparent(IntBinaryOperator colour) {
        return Paint.transparent(WIDTH, HEIGHT, colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"240x", "150x", "37x"})
    default void render_eachKindToPng_isNoLargerThanRgbWithOneFilter(String size) throws Exception {
        for (Map.Entry<String, BufferedImage> picture : pictures().entrySet()) {
            byte[] png = render(Originals.png(picture.getValue()), size, Fit.CONTAIN, Format.PNG);
            BufferedImage shown = DecodedImage.in(png).image();

            assertThat(png.length).as(picture.getKey()).isLessThanOrEqualTo(plain(shown, 0));
            for (int filter = 1; filter < 5; filter++) {
                assertThat(png.length)
                        .as("%s, filter %d", picture.getKey(), filter)
                        .isLessThanOrEqualTo(plain(shown, filter) * 5 / 4 + 32);
            }
        }
    }

    /** Returns the length of a PNG with three or four bytes per pixel, and one filter for all rows. */
    private static int plain(BufferedImage image, int filter) {
        boolean alpha = image.getColorModel().hasAlpha();
        int bands = alpha ? 4 : 3;
        int stride = image.getWidth() * bands;
        byte[] rows = new byte[(stride + 1) * image.getHeight()];
        int[] samples = new int[stride];
        int[] above = new int[stride];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            rows[at++] = (byte) filter;
            for (int i = 0; i < stride; i++, at++) {
                int argb = image.getRGB(i / bands, y);
                samples[i] = argb >> (i % bands == 3 ? 24 : 16 - 8 * (i % bands)) & 0xFF;
                int left = i < bands ? 0 : samples[i - bands];
                int corner = i < bands ? 0 : above[i - bands];
                rows[at] = (byte) (samples[i] - predicted(filter, left, above[i], corner));
            }
            System.arraycopy(samples, 0, above, 0, stride);
        }
        return AROUND + PngMaker.deflate(rows).length;
    }

    private static int predicted(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> {
                int fromLeft = Math.abs(up - corner);
                int fromUp = Math.abs(left - corner);
                int fromCorner = Math.abs(left + up - 2 * corner);
                yield fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
            }
            default -> 0;
        };
    }

    @Test
    default void render_eachKindToPng_losesNothing() throws Exception {
        for (Map.Entry<String, BufferedImage> picture : pictures().entrySet()) {
            DecodedImage decoded =
                    png(Originals.png(picture.getValue()), "240x").hasSize(WIDTH, HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int wanted = picture.getValue().getRGB(i % WIDTH, i / WIDTH);
                assertThat(decoded.image().getRGB(i % WIDTH, i / WIDTH))
                        .as("%s, pixel %d", picture.getKey(), i)
                        .isEqualTo(wanted >>> 24 == 0 ? 0 : wanted);
            }
        }
    }

    /** The expected colour type and depth. */
    @ParameterizedTest
    @CsvSource({
        "one colour, 3, 1",
        "two colours, 3, 1",
        "black and white, 0, 1",
        "16 greys, 0, 4",
        "noise of greys, 0, 8",
        "drawing, 3, 2",
        "noise of 250 colours, 3, 8",
        "noise, 2, 8",
        "cut out, 6, 8",
        "soft and coloured, 6, 8",
        "soft and grey, 4, 8",
        "transparent, 3, 1"
    })
    default void render_eachKindToPng_hasTheTypeOfFewestBits(String kind, int type, int depth) throws Exception {
        byte[] original = Originals.png(Objects.requireNonNull(pictures().get(kind)));

        byte[] png = render(original, "240x", Fit.CONTAIN, Format.PNG);

        assertThat(png[25]).as("colour type").isEqualTo((byte) type);
        assertThat(png[24]).as("depth").isEqualTo((byte) depth);
    }

    @Test
    default void render_palettePngAtItsOwnSize_staysAsSmall() throws Exception {
        Random random = new Random(3);
        BufferedImage few = Paint.opaque(300, 300, (x, y) -> (x / 3 * 7 + y / 9 + random.nextInt(3)) % 250 * 0x010305);
        byte[] original = Originals.png(Originals.drawn(few, BufferedImage.TYPE_BYTE_INDEXED));

        assertThat(render(original, "300x", Fit.CONTAIN, Format.PNG).length).isLessThan(original.length * 102 / 100);
    }
}
