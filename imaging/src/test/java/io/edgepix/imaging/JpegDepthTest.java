package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.TurboJpeg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests JPEGs of depths other than 8 bits, written by libjpeg-turbo. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class JpegDepthTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 21;
    private static final List<Renderer> RENDERERS =
            List.of(NativeRenderer.find(Contract.ROOMY).orElseThrow(), new PortableRenderer(Contract.ROOMY));

    static IntStream depths() {
        return IntStream.rangeClosed(2, 16);
    }

    /** Returns a share of the highest sample: a ramp from black to white, whose direction alternates by band. */
    private static double share(int x, int y, int band) {
        double ramp = (double) (x * 3 + y) / (WIDTH * 3 + HEIGHT - 4);
        return band % 2 == 0 ? ramp : 1 - ramp;
    }

    private static int[] ramp(int bands, int depth) {
        int[] samples = new int[WIDTH * HEIGHT * bands];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / bands;
            double share = share(pixel % WIDTH, pixel / WIDTH, i % bands);
            samples[i] = (int) Math.round(share * ((1 << depth) - 1));
        }
        return samples;
    }

    private static byte[] lossless(int format, int depth, int predictor, int shift, int restart) {
        Map<Integer, Integer> parameters = new LinkedHashMap<>();
        parameters.put(TurboJpeg.LOSSLESS, 1);
        parameters.put(TurboJpeg.PRECISION, depth);
        parameters.put(TurboJpeg.PREDICTOR, predictor);
        parameters.put(TurboJpeg.POINT_TRANSFORM, shift);
        parameters.put(TurboJpeg.RESTART_ROWS, restart);
        return TurboJpeg.encode(ramp(TurboJpeg.bands(format), depth), WIDTH, HEIGHT, format, depth, parameters);
    }

    private static DecodedImage whole(Renderer renderer, byte[] jpeg, String size) throws Exception {
        RenderRequest request = new RenderRequest(Size.parse(size), Fit.CONTAIN, Format.PNG, 90, Contract.WHITE);
        return DecodedImage.in(renderer.render(jpeg, request));
    }

    private static void showsTheRamp(byte[] jpeg, int bands, double tolerance) throws Exception {
        for (Renderer renderer : RENDERERS) {
            DecodedImage decoded = whole(renderer, jpeg, WIDTH + "x").hasSize(WIDTH, HEIGHT);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    for (int band = 0; band < 3; band++) {
                        double wanted = 255 * share(x, y, bands == 1 ? 0 : band);
                        assertThat((double) decoded.band(x, y, 16 - 8 * band))
                                .as("%d,%d,%d", x, y, band)
                                .isBetween(wanted - tolerance, wanted + tolerance);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("depths")
    void render_losslessOfEachDepth_isAsBrightAsItsSamplesSay(int depth) throws Exception {
        double step = 255.0 / ((1 << depth) - 1);

        showsTheRamp(lossless(TurboJpeg.GREY, depth, 1, 0, 0), 1, step / 2 + 1);
        showsTheRamp(lossless(TurboJpeg.RGB, depth, 1, 0, 0), 3, step / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void render_losslessByEachPredictor_isAsBrightAsItsSamplesSay(int predictor) throws Exception {
        for (int restart : new int[] {0, 1, 4}) {
            showsTheRamp(lossless(TurboJpeg.GREY, 12, predictor, 0, restart), 1, 1);
            showsTheRamp(lossless(TurboJpeg.RGB, 16, predictor, 0, restart), 3, 1);
            showsTheRamp(lossless(TurboJpeg.GREY, 12, predictor, 3, restart), 1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void render_losslessCmyk_equalsThatOfFewerBits(int depth) throws Exception {
        byte[] jpeg = lossless(TurboJpeg.CMYK, depth, 1, 0, 0);
        byte[] fewer = TurboJpeg.encode(ramp(4, 8), WIDTH, HEIGHT, TurboJpeg.CMYK, 8, Map.of(TurboJpeg.QUALITY, 100));
        for (Renderer renderer : RENDERERS) {
            double likeness = whole(renderer, jpeg, WIDTH + "x").likenessTo(whole(renderer, fewer, WIDTH + "x"));

            assertThat(likeness).isGreaterThan(38);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "false, 4", "true, 1", "true, 4", "true, 9"})
    void render_twelveBitsByCosines_areAsBrightAsTheirSamplesSay(boolean progressive, int shrink) throws Exception {
        for (int format : new int[] {TurboJpeg.GREY, TurboJpeg.RGB}) {
            int bands = TurboJpeg.bands(format);
            Map<Integer, Integer> parameters = Map.of(TurboJpeg.PROGRESSIVE, progressive ? 1 : 0);
            byte[] deep = TurboJpeg.encode(ramp(bands, 12), WIDTH, HEIGHT, format, 12, parameters);
            byte[] plain = TurboJpeg.encode(ramp(bands, 8), WIDTH, HEIGHT, format, 8, parameters);
            if (shrink == 1) {
                showsTheRamp(deep, bands, 6);
            }
            for (Renderer renderer : RENDERERS) {
                String size = WIDTH / shrink + "x";
                assertThat(whole(renderer, deep, size).likenessTo(whole(renderer, plain, size)))
                        .isGreaterThan(36);
            }
        }
    }

    /** Every truncated file either shows the whole picture or is refused. */
    @Test
    void render_truncatedLossless_isWholeOrBroken() throws Exception {
        byte[] jpeg = lossless(TurboJpeg.GREY, 12, 4, 0, 0);
        List<Integer> shown = new ArrayList<>();
        for (int length = jpeg.length; length > 20; length--) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            UnrenderableException refusal = Assertions.catchThrowableOfType(
                    UnrenderableException.class, () -> whole(RENDERERS.getLast(), cut, WIDTH + "x"));
            if (refusal == null) {
                showsTheRamp(cut, 1, 1);
                shown.add(jpeg.length - length);
            } else {
                assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
            }
        }
        assertThat(shown).containsExactly(0, 1, 2);
    }

    @Test
    void render_losslessWithHalvedChroma_isRefusedByName() throws Exception {
        byte[] jpeg = lossless(TurboJpeg.RGB, 8, 1, 0, 0);
        jpeg[FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC3) + 11] = 0x22;
        for (Renderer renderer : RENDERERS) {
            UnrenderableException refusal =
                    Assertions.catchThrowableOfType(UnrenderableException.class, () -> whole(renderer, jpeg, "10x"));

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
            assertThat(refusal.sentence()).contains("subsampled lossless JPEG");
        }
    }
}
