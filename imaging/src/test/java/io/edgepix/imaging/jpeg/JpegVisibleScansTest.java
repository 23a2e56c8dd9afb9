package io.edgepix.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegVisibleScansTest {
    private static final int SIDE = 240;

    /** Returns noise in all frequencies. Most quantisation steps are 1. */
    private static byte[] fine() throws Exception {
        return JpegMaker.jpeg(Paint.opaque(SIDE, SIDE, Paint::noise), 2, 2, 0, true);
    }

    /** Returns the refinement scans of AC coefficients that are left, as COMPONENT:BIT. */
    private static List<String> refinements(byte[] jpeg) throws Exception {
        List<String> left = new ArrayList<>();
        int at = JpegHeader.read(jpeg).scanStart();
        while (JpegMarker.at(jpeg, at) != JpegMarker.END) {
            int end = JpegHeader.segmentEnd(jpeg, at);
            if (JpegMarker.at(jpeg, at) == JpegMarker.SCAN && jpeg[end - 3] > 0 && jpeg[end - 1] >> 4 > 0) {
                left.add(jpeg[at + 5] + ":" + (jpeg[end - 1] & 0xF));
            }
            at = JpegDcScans.next(jpeg, at);
        }
        return left;
    }

    private static byte[] visible(byte[] jpeg, double shrink) throws Exception {
        return JpegVisibleScans.of(jpeg, JpegHeader.read(jpeg), shrink);
    }

    private static int scans(byte[] jpeg) throws Exception {
        int scans = 0;
        int at = JpegHeader.read(jpeg).scanStart();
        for (; JpegMarker.at(jpeg, at) != JpegMarker.END; at = JpegDcScans.next(jpeg, at)) {
            scans += JpegMarker.at(jpeg, at) == JpegMarker.SCAN ? 1 : 0;
        }
        return scans;
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1:1 3:0 2:0 1:0",
        "1.0, 1:1 3:0 2:0 1:0",
        "2.0, 1:1 3:0 2:0 1:0",
        "2.5, 1:1",
        "4.6, 1:1",
        "5.0, ''",
        "30, ''",
    })
    void of_stepsOfOne_leavesOutBitsByTheReduction(double shrink, String left) throws Exception {
        assertThat(String.join(" ", refinements(visible(fine(), shrink)))).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 9})
    void of_firstScansAndDcScans_areAlwaysKept(double shrink) throws Exception {
        byte[] jpeg = fine();
        byte[] visible = visible(jpeg, shrink);

        assertThat(scans(visible) - refinements(visible).size())
                .isEqualTo(scans(jpeg) - refinements(jpeg).size());
    }

    @Test
    void of_coarserSteps_keepsMoreBits() throws Exception {
        byte[] coarse = fine();
        int start = JpegHeader.read(coarse).scanStart();
        for (int at = JpegMarker.next(coarse, 2); at < start; at = JpegDcScans.next(coarse, at)) {
            if (JpegMarker.at(coarse, at) == JpegMarker.QUANTISATION_TABLES) {
                Arrays.fill(coarse, at + 5, at + 5 + JpegBlock.SIZE, (byte) 8);
            }
        }

        assertThat(refinements(visible(coarse, 5))).containsExactly("1:1", "3:0", "2:0", "1:0");
        assertThat(refinements(visible(coarse, 12))).containsExactly("1:1");
    }

    @Test
    void of_stepsThatChangeBetweenScans_keepsAllScans() throws Exception {
        byte[] jpeg = fine();
        int second = JpegDcScans.next(jpeg, JpegHeader.read(jpeg).scanStart());
        byte[] steps = new byte[5 + JpegBlock.SIZE];
        Arrays.fill(steps, (byte) 1);
        System.arraycopy(new byte[] {-1, (byte) 0xDB, 0, 67, 0}, 0, steps, 0, 5);
        byte[] changed =
                FileEdits.join(Arrays.copyOf(jpeg, second), steps, Arrays.copyOfRange(jpeg, second, jpeg.length));

        assertThat(visible(changed, 9)).isEqualTo(changed);
    }

    @Test
    void of_baseline_isTheSame() throws Exception {
        byte[] baseline = JpegMaker.jpeg(Paint.opaque(SIDE, SIDE, Paint::noise), 2, 2, 0, false);

        assertThat(visible(baseline, 9)).isSameAs(baseline);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 120, 100, 80, 60, 50, 48, 40, 30, 20})
    void of_noise_differsInvisiblyFromAllScans(int side) throws Exception {
        byte[] jpeg = fine();
        BufferedImage whole = rendered(jpeg, side);
        BufferedImage visible = rendered(visible(jpeg, (double) SIDE / side), side);
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            double error = luma(whole.getRGB(i % side, i / side)) - luma(visible.getRGB(i % side, i / side));
            sum += error * error;
        }

        // The square of the allowed error, and the rounding of both pictures.
        assertThat(sum / (side * side)).isLessThan(1 / 8.0 + 2 / 12.0);
    }

    private static BufferedImage rendered(byte[] jpeg, int side) throws Exception {
        RenderRequest request = new RenderRequest(new Size(side, side), Fit.CONTAIN, Format.PNG, 80, 0);
        return DecodedImage.in(new PortableRenderer(Contract.ROOMY).render(jpeg, request))
                .image();
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
