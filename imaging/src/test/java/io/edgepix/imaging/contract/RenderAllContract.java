package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests many derivatives of one original in one call. */
public interface RenderAllContract extends Contract {
    List<RenderRequest> MIXED = List.of(
            request("40x40", Fit.CONTAIN, Format.WEBP),
            request("90x90", Fit.CONTAIN, Format.PNG),
            request("30x30", Fit.COVER, Format.JPEG),
            request("40x40", Fit.CONTAIN, Format.WEBP),
            request("x20", Fit.CONTAIN, Format.PNG));

    private static RenderRequest request(String size, Fit fit, Format format) {
        return new RenderRequest(Size.parse(size), fit, format, 90, WHITE);
    }

    private static RenderRequest png(int width) {
        return request(width + "x", Fit.CONTAIN, Format.PNG);
    }

    /** Returns a picture of strokes that are finer than a block, and so show how finely the picture was decoded. */
    private static BufferedImage strokes(int width, int height) {
        return Paint.opaque(width, height, (x, y) -> (x * 2 + y) % 43 < 7 || y % 37 < 4 ? Paint.BLACK : Paint.WHITE);
    }

    @Test
    default void renderAll_mixedRequests_areServedInTheirOrder() throws Exception {
        List<byte[]> derivatives = renderer(ROOMY).renderAll(Originals.png(Paint.corners(120, 60)), MIXED);

        assertThat(derivatives).hasSize(MIXED.size());
        DecodedImage.in(derivatives.get(0)).hasSize(40, 20).showsCorners(40);
        DecodedImage.in(derivatives.get(1)).hasSize(90, 45).showsCorners(20);
        DecodedImage.in(derivatives.get(2)).hasSize(30, 30).showsCorners(40);
        DecodedImage.in(derivatives.get(4)).hasSize(40, 20).showsCorners(20);
        assertThat(derivatives.get(0)).startsWith('R', 'I', 'F', 'F').isEqualTo(derivatives.get(3));
        assertThat(derivatives.get(1)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(derivatives.get(2)).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    default void renderAll_originalsThatAreDecodedInFull_equalSeparateRenderings() throws Exception {
        Map<String, byte[]> originals = Originals.everyFormat(Paint.shades(120, 90));
        originals.keySet().removeIf(name -> name.contains("JPEG"));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            List<byte[]> derivatives = renderer(ROOMY).renderAll(original.getValue(), MIXED);

            for (int i = 0; i < MIXED.size(); i++) {
                assertThat(derivatives.get(i))
                        .as("%s of %s", MIXED.get(i), original.getKey())
                        .isEqualTo(renderer(ROOMY).render(original.getValue(), MIXED.get(i)));
            }
        }
    }

    /** A derivative that is decoded at a different scale or from fewer scans differs only by rounding. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void renderAll_jpeg_isLikeSeparateRenderings(boolean progressive) throws Exception {
        byte[] original = JpegMaker.jpeg(Paint.shades(400, 296), 2, 2, 0, progressive);
        List<RenderRequest> requests = List.of(png(30), png(400), png(49), png(120));

        List<byte[]> derivatives = renderer(ROOMY).renderAll(original, requests);

        for (int i = 0; i < requests.size(); i++) {
            DecodedImage alone = DecodedImage.in(renderer(ROOMY).render(original, requests.get(i)));
            assertThat(DecodedImage.in(derivatives.get(i)).likenessTo(alone))
                    .as("decibels of %s", requests.get(i))
                    .isGreaterThan(40);
        }
    }

    /** The means of the blocks are enough only for the small derivative. They would be visible in the large one. */
    @Test
    default void renderAll_progressiveSmallAndLarge_areOneDecodingFineEnoughForTheLarge() throws Exception {
        byte[] progressive = JpegMaker.jpeg(strokes(400, 296), 2, 2, 0, true);
        byte[] baseline = JpegMaker.jpeg(strokes(400, 296), 2, 2, 0, false);
        for (List<RenderRequest> requests : List.of(List.of(png(40), png(400)), List.of(png(400), png(40)))) {
            List<byte[]> derivatives = renderer(ROOMY).renderAll(progressive, requests);
            List<byte[]> wanted = renderer(ROOMY).renderAll(baseline, requests);

            assertThat(derivatives.get(0)).isEqualTo(wanted.get(0));
            assertThat(derivatives.get(1)).isEqualTo(wanted.get(1));
            assertThat(DecodedImage.in(derivatives.get(requests.indexOf(png(400))))
                            .differenceFrom(strokes(400, 296)))
                    .isLessThan(8);
        }
    }

    @Test
    default void renderAll_transparentPicture_isFlattenedOnlyForJpeg() throws Exception {
        byte[] original = Originals.png(Paint.transparent(40, 40, (x, y) -> 0x80FF0000));
        List<RenderRequest> requests =
                List.of(request("20x", Fit.CONTAIN, Format.JPEG), png(20), request("20x", Fit.CONTAIN, Format.WEBP));

        List<byte[]> derivatives = renderer(ROOMY).renderAll(original, requests);

        DecodedImage.in(derivatives.get(0)).shows(10, 10, 0xFF7F7F, 4);
        assertThat(DecodedImage.in(derivatives.get(1)).alpha(10, 10)).isEqualTo(0x80);
        assertThat(DecodedImage.in(derivatives.get(2)).alpha(10, 10)).isEqualTo(0x80);
    }

    @ParameterizedTest
    @CsvSource({"3", "6", "8"})
    default void renderAll_originalOnItsSide_standsUprightInEach(int orientation) throws Exception {
        byte[] stored = Originals.jpeg(Paint.stored(Paint.corners(120, 60), orientation));

        for (byte[] derivative :
                renderer(ROOMY).renderAll(FileEdits.jpegWithExif(stored, orientation), List.of(png(60), png(80)))) {
            DecodedImage.in(derivative).showsCorners(40);
        }
    }

    @Test
    default void renderAll_brokenOriginal_isRefusedAsAWhole() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.shades(200, 200));

        assertThatThrownBy(() -> renderer(ROOMY).renderAll(Arrays.copyOf(jpeg, jpeg.length / 2), MIXED))
                .isInstanceOfSatisfying(
                        UnrenderableException.class,
                        e -> assertThat(e.reason()).isEqualTo(UnrenderableException.Reason.BROKEN));
    }

    @Test
    default void renderAll_noRequest_isAnIllegalArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> renderer(ROOMY).renderAll(new byte[0], List.of()));
    }

    @Test
    default void renderAll_formatItDoesNotWriteAmongOthers_isAnIllegalArgumentBeforeDecoding() {
        for (Format format : Format.values()) {
            if (renderer(ROOMY).writes().contains(format)) {
                continue;
            }
            List<RenderRequest> requests = new ArrayList<>(MIXED);
            requests.add(request("10x10", Fit.CONTAIN, format));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> renderer(ROOMY).renderAll(new byte[0], requests));
        }
    }
}
