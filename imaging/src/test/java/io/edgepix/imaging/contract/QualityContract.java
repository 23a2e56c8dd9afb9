package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.likeness.Reference;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for visible flaws: halos along edges, moire, and fringes around transparent areas. */
public interface QualityContract extends Contract {
    int DARK = 64;
    int LIGHT = 192;

    private static BufferedImage edges() {
        return Paint.opaque(500, 300, (x, y) -> (x / 100 + y / 100) % 2 == 0 ? DARK * 0x10101 : LIGHT * 0x10101);
    }

    /**
     * The overshoot of Lanczos itself is 6 % of the step on each side, and 12 % in a corner. It is larger after
     * averages of blocks. Encoders add a little ringing.
     */
    @ParameterizedTest
    @CsvSource({"PNG, 200, 18", "PNG, 61, 36", "WEBP, 200, 24", "JPEG, 200, 24", "JPEG, 333, 30"})
    default void render_hardEdges_haveNoVisibleHalo(Format format, int width, int most) throws Exception {
        for (byte[] original : List.of(Originals.png(edges()), Originals.jpeg(edges()))) {
            DecodedImage decoded = decoded(original, width + "x", Fit.CONTAIN, format);

            for (int i = 0; i < decoded.width() * decoded.height(); i++) {
                int x = i % width;
                int y = i / width;
                assertThat(decoded.band(x, y, 8)).as("%d,%d", x, y).isBetween(DARK - most, LIGHT + most);
                assertThat(decoded.band(x, y, 16) - decoded.band(x, y, 0)).isBetween(-3, 3);
            }
        }
    }

    /** Returns rings whose frequency grows from 0 in the middle to that of single pixels at the rim. */
    private static BufferedImage zonePlate(int side) {
        double middle = (side - 1) / 2.0;
        return Paint.opaque(side, side, (x, y) -> {
            double square = (x - middle) * (x - middle) + (y - middle) * (y - middle);
            return (int) Math.round(127.5 + 127.5 * Math.cos(Math.PI * square / side)) * 0x10101;
        });
    }

    /**
     * Returns the root mean square of the differences from grey, in the area with rings finer than the derivative
     * can show.
     */
    private static double moire(double shrink, int side, ToDoubleFunction<int[]> grey) {
        double squares = 0;
        int count = 0;
        double middle = (side - 1) / 2.0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double radius = Math.hypot(x - middle, y - middle) / (side / 2.0);
                if (radius > 1.4 / shrink && radius < 0.97) {
                    squares += Math.pow(grey.applyAsDouble(new int[] {x, y}) - 127.5, 2);
                    count++;
                }
            }
        }
        return Math.sqrt(squares / count);
    }

    @ParameterizedTest
    @CsvSource({"180", "128", "100", "64", "50"})
    default void render_zonePlate_hasNoMoreMoireThanByDefinition(int side) throws Exception {
        int from = 400;
        BufferedImage plate = zonePlate(from);
        double[][] wanted = Reference.shrink(plate, side, side);
        double least = moire((double) from / side, side, at -> wanted[at[1] * side + at[0]][1]);
        for (byte[] original : List.of(Originals.png(plate), Originals.webp(plate))) {
            assertThat(worst(original, from, side)).isLessThan(least + 3);
        }
        // Blocks that are decoded at a half scale or less alias a little, in every decoder that supports this.
        for (byte[] original : List.of(Originals.jpeg(plate), Originals.progressiveJpeg(plate))) {
            assertThat(worst(original, from, side)).isLessThan(14);
        }
    }

    private double worst(byte[] original, int from, int side) throws Exception {
        double worst = 0;
        for (Format format : new Format[] {Format.PNG, Format.WEBP, Format.JPEG}) {
            DecodedImage decoded = decoded(original, side + "x", Fit.CONTAIN, format);
            worst = Math.max(worst, moire((double) from / side, side, at -> decoded.band(at[0], at[1], 8)));
        }
        return worst;
    }

    /**
     * Returns a disc with a bright colour in its transparent area. The disc has grain, so that it is not treated as a
     * drawing.
     */
    private static BufferedImage disc(int hidden) {
        Random random = new Random(4);
        return Paint.transparent(240, 240, (x, y) -> {
            boolean inside = Math.hypot(x - 119.5, y - 119.5) < 90;
            return inside ? 0xFFC02020 + random.nextInt(8) * 0x10101 : hidden & 0xFFFFFF;
        });
    }

    @ParameterizedTest
    @CsvSource({"PNG, 2", "WEBP, 36", "JPEG, 32"})
    default void render_coloursUnderNothing_leaveNoFringe(Format format, int tolerance) throws Exception {
        for (int hidden : new int[] {0x00FF00, 0xFFFFFF, 0x0000FF}) {
            double[][] wanted = Reference.shrink(disc(hidden), 90, 90);
            for (byte[] original : List.of(Originals.png(disc(hidden)), Originals.webp(disc(hidden)))) {
                for (int behind : new int[] {0, 255}) {
                    RenderRequest request =
                            new RenderRequest(new Size(90, 0), Fit.CONTAIN, format, 95, behind * 0x10101);
                    DecodedImage decoded = DecodedImage.in(renderer(ROOMY).render(original, request));

                    for (int i = 0; i < wanted.length; i++) {
                        for (int band = 0; band < 3; band++) {
                            double shown = over(
                                    decoded.band(i % 90, i / 90, 16 - 8 * band), decoded.alpha(i % 90, i / 90), behind);
                            double truth = over(wanted[i][band], wanted[i][3], behind);
                            assertThat(shown)
                                    .as("band %d at %d,%d over %d, hidden %x", band, i % 90, i / 90, behind, hidden)
                                    .isBetween(truth - tolerance, truth + tolerance);
                        }
                    }
                }
            }
        }
    }

    private static double over(double front, double alpha, int behind) {
        return (front * alpha + behind * (255 - alpha)) / 255;
    }
}
