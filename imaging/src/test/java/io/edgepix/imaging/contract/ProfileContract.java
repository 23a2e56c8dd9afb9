package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.colour.IccHeader;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PngMaker;
import io.edgepix.imaging.originals.ProfileMaker;
import io.edgepix.imaging.originals.PsdMaker;
import io.edgepix.imaging.originals.TiffMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests valid and broken profiles in every format that supports profiles. */
public interface ProfileContract extends Contract {
    int DARK = 0x373737;
    int LIGHT = 0x808080;

    /** Returns a picture of one dark grey with a profile, by format. */
    private static Map<String, byte[]> carriers(byte[] profile) throws IOException {
        BufferedImage plain = Paint.plain(40, 40, 0xFF000000 | DARK);
        int[] pixel = {0x37, 0x37, 0x37};
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("PNG", FileEdits.pngWithProfile(Originals.png(plain), profile));
        all.put("WebP", FileEdits.webpWithProfile(Originals.webp(plain, false), 40, 40, profile));
        all.put("lossless WebP", FileEdits.webpWithProfile(Originals.webp(plain), 40, 40, profile));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            TiffMaker.Page page = TiffMaker.Page.of(40, 40, 3, (x, y) -> pixel).withProfile(profile);
            all.put("TIFF " + order, TiffMaker.tiff(order, page));
        }
        all.put("PSD", PsdMaker.withProfile(PsdMaker.psd(40, 40, 3, 8, false, (x, y) -> pixel), profile));
        if (profile.length < 60_000) {
            all.put("JPEG", FileEdits.jpegWithProfile(Originals.jpeg(plain), profile));
            all.put("progressive JPEG", FileEdits.jpegWithProfile(Originals.progressiveJpeg(plain), profile));
        }
        return all;
    }

    private void assertShows(Map<String, byte[]> originals, String what, int colour) throws Exception {
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            try {
                png(original.getValue(), "20x20").shows(10, 10, colour, 4);
            } catch (UnrenderableException | AssertionError e) {
                throw new AssertionError(original.getKey() + " with " + what, e);
            }
        }
    }

    @Test
    default void render_validProfile_isConvertedToSrgbInEveryFormat() throws Exception {
        assertShows(carriers(ProfileMaker.linear()), "a profile", LIGHT);
    }

    @Test
    default void render_unusableProfile_isIgnoredInEveryFormat() throws Exception {
        for (Map.Entry<String, byte[]> profile : ProfileMaker.unusable().entrySet()) {
            assertShows(carriers(profile.getValue()), profile.getKey(), DARK);
        }
    }

    @Test
    default void render_hugeProfile_isIgnored() throws Exception {
        assertShows(carriers(ProfileMaker.padded(IccHeader.MOST)), "a large profile", LIGHT);
        assertShows(carriers(ProfileMaker.padded(IccHeader.MOST + 1)), "a huge profile", DARK);
        assertShows(carriers(ProfileMaker.padded(9 << 20)), "a huge profile", DARK);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    default void render_unusableProfile_isIgnoredInEveryDerivative(Format format) throws Exception {
        byte[] garbage = ProfileMaker.garbage();
        for (Map.Entry<String, byte[]> original : carriers(garbage).entrySet()) {
            decoded(original.getValue(), "20x20", Fit.CONTAIN, format).shows(10, 10, DARK, 5);
        }
    }

    @Test
    default void render_greyJpegWithProfile_isConvertedToSrgb() throws Exception {
        BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        Paint.paint(grey, (x, y) -> 0);
        for (int i = 0; i < 1600; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, 0x37);
        }
        byte[] jpeg = Originals.jpeg(grey);

        png(FileEdits.jpegWithProfile(jpeg, ProfileMaker.linearGrey()), "20x20").shows(10, 10, LIGHT, 3);
        png(FileEdits.jpegWithProfile(jpeg, ProfileMaker.linear()), "20x20").shows(10, 10, DARK, 3);
    }

    /** Adobe stores CMYK inverted. */
    @Test
    default void render_cmykOfAPress_hasItsBlackMappedToBlack() throws Exception {
        byte[] black = FileEdits.jpegWithAdobe(Originals.fourSampleJpeg(40, 40, 255, 255, 255, 0), 0);
        byte[] paper = FileEdits.jpegWithAdobe(Originals.fourSampleJpeg(40, 40, 255, 255, 255, 255), 0);
        byte[] press = ProfileMaker.press(25);

        png(FileEdits.jpegWithProfile(black, press), "20x20").shows(10, 10, 0x000000, 2);
        png(FileEdits.jpegWithProfile(paper, press), "20x20").shows(10, 10, 0xFFFFFF, 2);
    }

    @Test
    default void render_jpegProfileInParts_appliesIfAllPartsAreThere() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.plain(40, 40, 0xFF000000 | DARK));
        byte[] linear = ProfileMaker.linear();
        byte[] first = Arrays.copyOf(linear, 200);
        byte[] second = Arrays.copyOfRange(linear, 200, linear.length);
        byte[] ordered = FileEdits.jpegWithProfilePart(FileEdits.jpegWithProfilePart(jpeg, 2, 2, second), 1, 2, first);
        byte[] unordered =
                FileEdits.jpegWithProfilePart(FileEdits.jpegWithProfilePart(jpeg, 1, 2, first), 2, 2, second);

        assertShows(Map.of("JPEG", ordered), "two parts", LIGHT);
        assertShows(Map.of("JPEG", unordered), "two parts the other way round", LIGHT);
        assertShows(Map.of("JPEG", FileEdits.jpegWithProfilePart(jpeg, 1, 2, linear)), "one of two parts", DARK);
        assertShows(Map.of("JPEG", FileEdits.jpegWithProfilePart(jpeg, 0, 0, linear)), "part 0 of 0", DARK);
        assertShows(Map.of("JPEG", FileEdits.jpegWithProfilePart(ordered, 1, 2, first)), "a part twice", DARK);
        assertShows(Map.of("JPEG", FileEdits.jpegWithProfilePart(ordered, 3, 3, first)), "another count", DARK);
    }

    @Test
    default void render_pngProfileThatInflatesForEver_isIgnored() throws Exception {
        byte[] png = Originals.png(Paint.plain(40, 40, 0xFF000000 | DARK));
        byte[] bomb = PngMaker.deflate(ProfileMaker.padded(16 << 20));

        assertThat(bomb.length).isLessThan(100_000);
        assertShows(
                Map.of("PNG", FileEdits.pngWith(png, "iCCP", FileEdits.join(FileEdits.ascii("x\0\0"), bomb))),
                "",
                DARK);
    }
}
