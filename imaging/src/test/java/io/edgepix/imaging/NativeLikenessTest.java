package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.planar.NativeCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares native code, without the portable renderer as a fallback, with the portable renderer. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeLikenessTest {
    private static final Limits LIMITS = Contract.ROOMY;
    private static final double DECIBELS = 34;

    private final Renderer portable = new PortableRenderer(LIMITS);
    private final Renderer alone = alone();

    /** Returns a native renderer whose fallback fails the test. */
    private static Renderer alone() {
        NativeCode code = new NativeCode(NativeLibrary.find().orElseThrow());
        OriginalRenderer nobody = (original, requests, notices) -> {
            throw new AssertionError("left to the portable renderer");
        };
        return new NativeRenderer.Opening(NativeRenderer.portable(LIMITS, code), new NativeRenderer(code, nobody));
    }

    private static RenderRequest request(String size, Fit fit, Format format) {
        return new RenderRequest(Size.parse(size), fit, format, 95, 0x808080);
    }

    private static RenderRequest cornered(String size, Format format) {
        return new RenderRequest(Size.parse(size), Fit.COVER, new Focus(10, 90), format, 95, 0x808080);
    }

    private void assertAlike(byte[] original, RenderRequest request, String name) throws Exception {
        DecodedImage decoded = DecodedImage.in(alone.render(original, request));

        assertThat(decoded.likenessTo(DecodedImage.in(portable.render(original, request))))
                .as("%s as %s", name, request)
                .isGreaterThan(DECIBELS);
    }

    static IntStream orientations() {
        return IntStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void render_jpegOfEachOrientationAndSampling_isLikeThePortableOne(int orientation) throws Exception {
        BufferedImage shades = Paint.shades(301, 199);
        for (int[] chroma : new int[][] {{1, 1}, {2, 1}, {2, 2}, {4, 1}, {1, 2}}) {
            byte[] jpeg = FileEdits.jpegWithExif(JpegMaker.jpeg(shades, chroma[0], chroma[1], 0, false), orientation);
            for (String size : List.of("301x301", "150x150", "97x97", "33x", "x8", "1x1")) {
                for (Format format : List.of(Format.WEBP, Format.JPEG, Format.PNG)) {
                    assertAlike(jpeg, request(size, Fit.CONTAIN, format), chroma[0] + ":" + chroma[1]);
                    assertAlike(jpeg, request(size, Fit.COVER, format), chroma[0] + ":" + chroma[1]);
                    assertAlike(jpeg, cornered(size, format), chroma[0] + ":" + chroma[1]);
                }
            }
        }
    }

    static Stream<byte[]> shaded() throws IOException {
        BufferedImage shades = Paint.shades(203, 151);
        BufferedImage semiTransparent =
                Paint.transparent(203, 151, (x, y) -> ((0x40 + x / 2) << 24) | (y << 8) | 0x4000C0);
        return Stream.of(
                Originals.png(shades),
                Originals.png(Originals.drawn(shades, BufferedImage.TYPE_BYTE_GRAY)),
                Originals.png(semiTransparent),
                Originals.webp(shades, false),
                Originals.jpeg(Originals.drawn(shades, BufferedImage.TYPE_BYTE_GRAY)),
                Originals.progressiveJpeg(shades));
    }

    @ParameterizedTest
    @MethodSource("shaded")
    void render_eachPlainKind_isLikeThePortableOne(byte[] original) throws Exception {
        for (String size : List.of("203x203", "100x", "55x55", "7x7")) {
            for (Format format : List.of(Format.WEBP, Format.JPEG)) {
                assertAlike(original, request(size, Fit.CONTAIN, format), "an original");
                assertAlike(original, request("50x90", Fit.COVER, format), "an original");
                assertAlike(original, request("50x90", Fit.FILL, format), "an original");
                assertAlike(original, request("50x90", Fit.PAD, format), "an original");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    void render_manyTimesSmaller_isLikeThePortableOne(Format format) throws Exception {
        BufferedImage strip = Paint.opaque(3990, 2, (x, y) -> 0xFF000000 | (x / 16) << 8);

        assertAlike(Originals.png(strip), request("20x", Fit.CONTAIN, format), "a strip");
        assertAlike(Originals.jpeg(strip), request("5x", Fit.CONTAIN, format), "a strip");
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    void render_plainColours_stayTheSame(Format format) throws Exception {
        for (int colour : new int[] {Paint.RED, Paint.GREEN, Paint.BLUE, Paint.WHITE, Paint.BLACK, 0xFF808080}) {
            byte[] jpeg = JpegMaker.jpeg(Paint.plain(120, 90, colour), 2, 2, 0, false);

            DecodedImage.in(alone.render(jpeg, request("31x31", Fit.CONTAIN, format)))
                    .shows(15, 11, colour, 3);
        }
    }
}
