package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests colours, profiles and alpha. */
public interface ColourContract extends Contract {
    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x00FF00, 0xFFFFFF})
    default void render_transparentEdge_showsNothingOfTheHiddenColour(int hidden) throws Exception {
        byte[] original = Originals.png(Paint.transparent(200, 200, (x, y) -> x < 97 ? 0xFF808080 : hidden));

        DecodedImage decoded = png(original, "33x33");

        assertThat(decoded.hasAlpha()).isTrue();
        for (int x = 0; x < 33; x++) {
            if (decoded.alpha(x, 16) > 0) {
                decoded.shows(x, 16, 0x808080, 2);
            }
        }
        assertThat(decoded.alpha(2, 16)).isEqualTo(255);
        assertThat(decoded.alpha(30, 16)).isZero();
    }

    @Test
    default void render_transparentToJpeg_showsTheBackground() throws Exception {
        byte[] original = Originals.png(Paint.transparent(80, 80, (x, y) -> x < 40 ? Paint.RED : 0));
        RenderRequest onGreen = new RenderRequest(new Size(40, 40), Fit.CONTAIN, Format.JPEG, 95, 0x00C000);

        DecodedImage decoded = DecodedImage.in(renderer(ROOMY).render(original, onGreen));

        decoded.shows(8, 20, Paint.RED, 16).shows(32, 20, 0x00C000, 16);
    }

    @Test
    default void render_transparentToWebp_keepsAlpha() throws Exception {
        byte[] original = Originals.png(Paint.transparent(80, 80, (x, y) -> x < 40 ? Paint.RED : 0x4000FF00));

        DecodedImage decoded = decoded(original, "40x40", Fit.CONTAIN, Format.WEBP);

        assertThat(decoded.alpha(8, 20)).isEqualTo(255);
        assertThat(decoded.alpha(32, 20)).isBetween(0x3F, 0x41);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "PNG"})
    default void render_alphaThatHidesNothing_isDropped(Format format) throws Exception {
        byte[] original = Originals.png(Paint.transparent(60, 60, (x, y) -> Paint.RED));

        assertThat(decoded(original, "30x30", Fit.CONTAIN, format).hasAlpha()).isFalse();
    }

    @Test
    default void render_webpWithAlpha_isLossyToo() throws Exception {
        BufferedImage noise = Paint.transparent(128, 128, (x, y) -> Paint.noise(x, y) - (x < 64 ? 0 : 0x80000000));

        String derivative =
                new String(render(Originals.png(noise), "128x", Fit.CONTAIN, Format.WEBP), StandardCharsets.ISO_8859_1);

        assertThat(derivative).contains("ALPH", "VP8 ").doesNotContain("VP8L");
    }

    @Test
    default void render_linearProfile_isConvertedToSrgb() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage dark = Paint.plain(40, 40, 0xFF373737);

        // A linear light of 0x37 / 255 is 0x80 on sRGB's curve.
        png(FileEdits.pngWithProfile(Originals.png(dark), linear), "20x20").shows(10, 10, 0x808080, 3);
        png(FileEdits.jpegWithProfile(Originals.jpeg(dark), linear), "20x20").shows(10, 10, 0x808080, 4);
    }

    @Test
    default void render_profileOfOtherPrimaries_isConvertedToSrgb() throws Exception {
        ICC_Profile swapped = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        byte[] red = swapped.getData(ICC_Profile.icSigRedColorantTag);
        swapped.setData(ICC_Profile.icSigRedColorantTag, swapped.getData(ICC_Profile.icSigGreenColorantTag));
        swapped.setData(ICC_Profile.icSigGreenColorantTag, red);

        byte[] original = FileEdits.pngWithProfile(Originals.png(Paint.plain(40, 40, Paint.RED)), swapped.getData());

        png(original, "20x20").shows(10, 10, Paint.GREEN, 3);
    }

    @Test
    default void render_brokenProfile_isIgnored() throws Exception {
        byte[] broken = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        Arrays.fill(broken, 60, broken.length, (byte) 0x5A);
        byte[] png = Originals.png(Paint.plain(40, 40, 0xFF373737));
        byte[] jpeg = Originals.jpeg(Paint.plain(40, 40, 0xFF373737));

        png(FileEdits.pngWithProfile(png, broken), "20x20").shows(10, 10, 0x373737, 1);
        png(FileEdits.pngWith(png, "iCCP", new byte[] {'x', 0, 0, 1, 2, 3}), "20x20")
                .shows(10, 10, 0x373737, 1);
        png(FileEdits.jpegWithProfile(jpeg, broken), "20x20").shows(10, 10, 0x373737, 3);
        png(FileEdits.jpegWithProfile(jpeg, new byte[9]), "20x20").shows(10, 10, 0x373737, 3);
    }

    @Test
    default void render_cmyk_isInvertedWithAdobesMarkerAndWithout() throws Exception {
        byte[] inverted = Originals.fourSampleJpeg(40, 40, 0, 255, 255, 255);
        byte[] lumaAndChroma = Originals.fourSampleJpeg(40, 40, 76, 85, 255, 255);

        png(FileEdits.jpegWithAdobe(inverted, 0), "20x20").shows(10, 10, 0x0099E3, 24);
        png(inverted, "20x20").shows(10, 10, 0x0099E3, 24);
        png(FileEdits.jpegWithAdobe(lumaAndChroma, 2), "20x20").shows(10, 10, 0x0099E3, 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    default void render_grey_keepsItsTone(int type) throws Exception {
        BufferedImage grey = new BufferedImage(40, 40, type);
        int tone = type == BufferedImage.TYPE_BYTE_GRAY ? 0x50 : 0x5050;
        for (int i = 0; i < 1600; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, tone);
        }

        png(Originals.png(grey), "20x20").shows(10, 10, 0x505050, 1);
    }

    /** Each of the 4096 levels is rounded separately, so all 8-bit levels cover an equal number of them. */
    @Test
    default void render_sixteenBitGradient_hasEvenSteps() throws Exception {
        byte[] original = PngMaker.png(4096, 1, PngMaker.GREY, 16, false, new byte[0], (x, y) -> new int[] {x * 16});

        DecodedImage decoded = png(original, "4096x");

        for (int x = 0; x < 4096; x++) {
            int level = (int) Math.round(x * 16 / 257.0);
            decoded.shows(x, 0, level * 0x10101, 0);
        }
    }

    @Test
    default void render_pngWithOneTransparentColour_hidesOnlyThatColour() throws Exception {
        BufferedImage halves = Paint.opaque(40, 40, (x, y) -> x < 20 ? Paint.RED : Paint.BLUE);
        byte[] key = {0, (byte) 0xFF, 0, 0, 0, 0};

        DecodedImage decoded = png(FileEdits.pngWith(Originals.png(halves), "tRNS", key), "40x40");

        assertThat(decoded.alpha(5, 5)).isZero();
        assertThat(decoded.alpha(35, 5)).isEqualTo(255);
    }
}
