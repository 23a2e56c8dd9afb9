package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.UnrenderableException.Reason;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every renderer does, whatever it is made of. */
public abstract class RendererContractTest {
    private static final Limits ROOMY = new Limits(10_000_000, 4_000_000);
    private static final int WHITE = 0xFFFFFF;

    /** The renderer under test. */
    protected abstract Renderer renderer(Limits limits);

    private byte[] render(byte[] original, String size, Fit fit, Format format) throws UnrenderableException {
        return renderer(ROOMY).render(original, new RenderRequest(Size.parse(size), fit, format, 90, WHITE));
    }

    private Seen seen(byte[] original, String size, Fit fit, Format format) throws UnrenderableException, IOException {
        return Seen.in(render(original, size, fit, format));
    }

    private Seen png(byte[] original, String size) throws UnrenderableException, IOException {
        return seen(original, size, Fit.CONTAIN, Format.PNG);
    }

    private UnrenderableException refusal(byte[] original, Limits limits) {
        RenderRequest request = new RenderRequest(new Size(10, 10), Fit.CONTAIN, Format.PNG, 80, WHITE);
        return catchThrowableOfType(
                UnrenderableException.class, () -> renderer(limits).render(original, request));
    }

    @Test
    void writes_always_namesThePortableFormats() {
        assertThat(renderer(ROOMY).writes()).contains(Format.WEBP, Format.JPEG, Format.PNG);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    void render_eachOriginalFormat_isTheSamePicture(Format format) throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.corners(80, 40)).entrySet()) {
            Seen seen = seen(original.getValue(), "40x40", Fit.CONTAIN, format);

            seen.hasSize(40, 20).showsCorners(40);
            assertThat(seen.hasAlpha()).as(original.getKey()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"WEBP, image/webp, RIFF", "JPEG, image/jpeg, \u00FF\u00D8\u00FF", "PNG, image/png, \u0089PNG"})
    void render_eachFormat_beginsWithItsMagic(Format format, String type, String magic) throws Exception {
        byte[] derivative = render(Originals.png(Paint.shades(50, 50)), "20x20", Fit.CONTAIN, format);

        assertThat(format.contentType()).isEqualTo(type);
        assertThat(new String(derivative, 0, magic.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo(magic);
    }

    @ParameterizedTest
    @CsvSource({
        // picture, box, fit, derivative
        "400, 300, 200x200, CONTAIN, 200, 150",
        "300, 400, 200x200, CONTAIN, 150, 200",
        "400, 300, 200x, CONTAIN, 200, 150",
        "400, 300, x60, CONTAIN, 80, 60",
        "400, 300, 200x, COVER, 200, 150",
        "400, 300, x60, COVER, 80, 60",
        "400, 300, 900x900, CONTAIN, 400, 300",
        "1000, 3, 100x100, CONTAIN, 100, 1",
        "3, 1000, 100x100, CONTAIN, 1, 100",
        "333, 500, 100x100, CONTAIN, 67, 100",
        "400, 300, 100x100, COVER, 100, 100",
        "400, 300, 400x100, COVER, 400, 100",
        "400, 300, 800x800, COVER, 300, 300",
        "400, 300, 800x200, COVER, 400, 100",
        "400, 300, 100x900, COVER, 33, 300",
        "1, 1, 100x100, COVER, 1, 1",
    })
    void render_box_sidesAreRoundedAndNeverEnlarged(int w, int h, String box, Fit fit, int width, int height)
            throws Exception {
        byte[] original = Originals.png(Paint.shades(w, h));

        seen(original, box, fit, Format.PNG).hasSize(width, height);
    }

    @Test
    void render_cover_cutsTheOverhangEvenly() throws Exception {
        BufferedImage stripes =
                Paint.opaque(300, 100, (x, y) -> x < 100 ? Paint.RED : x < 200 ? Paint.GREEN : Paint.BLUE);

        Seen seen = seen(Originals.png(stripes), "50x50", Fit.COVER, Format.PNG);

        seen.hasSize(50, 50).shows(2, 25, Paint.GREEN, 30).shows(47, 25, Paint.GREEN, 30);
    }

    @Test
    void render_coverOfASmallerPicture_cutsWithoutResampling() throws Exception {
        BufferedImage stripes = Paint.opaque(30, 10, (x, y) -> x < 10 ? Paint.RED : x < 20 ? Paint.GREEN : Paint.BLUE);

        Seen seen = seen(Originals.png(stripes), "500x500", Fit.COVER, Format.PNG);

        assertThat(seen.differenceFrom(Paint.plain(10, 10, Paint.GREEN))).isZero();
    }

    @Test
    void render_webpOfALongPicture_staysWithinWhatWebpCanHold() throws Exception {
        byte[] original = Originals.png(Paint.shades(17_000, 4));

        seen(original, "x4", Fit.CONTAIN, Format.WEBP).hasSize(16_383, 4);
        seen(original, "x4", Fit.CONTAIN, Format.PNG).hasSize(17_000, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void render_exifOrientation_standsUpright(int orientation) throws Exception {
        BufferedImage stored = Paint.stored(Paint.corners(120, 60), orientation);
        byte[] webp = Originals.webp(stored);
        byte[] webpWithExif = Surgery.webpWithExif(webp, stored.getWidth(), stored.getHeight(), orientation);

        png(Surgery.jpegWithExif(Originals.jpeg(stored), orientation), "60x60")
                .hasSize(60, 30)
                .showsCorners(40);
        png(Surgery.pngWith(Originals.png(stored), "eXIf", Surgery.exif(orientation)), "60x60")
                .hasSize(60, 30)
                .showsCorners(20);
        png(webpWithExif, "60x60").hasSize(60, 30).showsCorners(20);
        png(Surgery.jpegWithExif(Originals.jpeg(stored), orientation), "x20")
                .hasSize(40, 20)
                .showsCorners(40);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    void render_originalWithMetadata_leavesNoneInTheDerivative(Format format) throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] original =
                Surgery.jpegWithExif(Surgery.jpegWithProfile(Originals.jpeg(Paint.shades(64, 64)), profile), 6);

        String derivative = new String(render(original, "32x32", Fit.CONTAIN, format), StandardCharsets.ISO_8859_1);

        assertThat(derivative).doesNotContain("Exif", "EXIF", "eXIf", "ICC", "iCCP", "XMP", "tEXt", "tIME");
    }

    @Test
    void render_checkerboard_becomesMidGrey() throws Exception {
        for (int box : new int[] {10, 37, 100, 130}) {
            Seen seen = png(Originals.png(Paint.checkerboard(256)), box + "x" + box);

            assertThat(seen.differenceFrom(Paint.plain(box, box, 0xFF808080)))
                    .as("box %d", box)
                    .isLessThan(4);
        }
    }

    @Test
    void render_shades_keepTheirPlace() throws Exception {
        Seen seen = png(Originals.png(Paint.shades(600, 400)), "90x90");

        assertThat(seen.differenceFrom(Paint.shades(90, 60))).isLessThan(2);
    }

    @Test
    void render_oneWhitePixelInBlack_addsNoLight() throws Exception {
        BufferedImage point = Paint.opaque(160, 160, (x, y) -> x == 80 && y == 80 ? Paint.WHITE : Paint.BLACK);

        Seen seen = png(Originals.png(point), "80x80");

        assertThat(seen.band(40, 40, 0)).isBetween(20, 110);
        seen.shows(20, 20, Paint.BLACK, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x00FF00, 0xFFFFFF})
    void render_transparentEdge_showsNothingOfTheHiddenColour(int hidden) throws Exception {
        byte[] original = Originals.png(Paint.transparent(200, 200, (x, y) -> x < 97 ? 0xFF808080 : hidden));

        Seen seen = png(original, "33x33");

        assertThat(seen.hasAlpha()).isTrue();
        for (int x = 0; x < 33; x++) {
            if (seen.alpha(x, 16) > 0) {
                seen.shows(x, 16, 0x808080, 2);
            }
        }
        assertThat(seen.alpha(2, 16)).isEqualTo(255);
        assertThat(seen.alpha(30, 16)).isZero();
    }

    @Test
    void render_transparentToJpeg_showsTheBackground() throws Exception {
        byte[] original = Originals.png(Paint.transparent(80, 80, (x, y) -> x < 40 ? Paint.RED : 0));
        RenderRequest onGreen = new RenderRequest(new Size(40, 40), Fit.CONTAIN, Format.JPEG, 95, 0x00C000);

        Seen seen = Seen.in(renderer(ROOMY).render(original, onGreen));

        seen.shows(8, 20, Paint.RED, 16).shows(32, 20, 0x00C000, 16);
    }

    @Test
    void render_transparentToWebp_keepsAlpha() throws Exception {
        byte[] original = Originals.png(Paint.transparent(80, 80, (x, y) -> x < 40 ? Paint.RED : 0x4000FF00));

        Seen seen = seen(original, "40x40", Fit.CONTAIN, Format.WEBP);

        assertThat(seen.alpha(8, 20)).isEqualTo(255);
        assertThat(seen.alpha(32, 20)).isBetween(0x3F, 0x41);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "PNG"})
    void render_alphaThatHidesNothing_isDropped(Format format) throws Exception {
        byte[] original = Originals.png(Paint.transparent(60, 60, (x, y) -> Paint.RED));

        assertThat(seen(original, "30x30", Fit.CONTAIN, format).hasAlpha()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG"})
    void render_lossy_lowerQualityIsSmallerAndStillAlike(Format format) throws Exception {
        BufferedImage noise = Paint.opaque(128, 128, Paint::noise);
        byte[] original = Originals.png(noise);
        byte[] fine = renderer(ROOMY).render(original, new RenderRequest(new Size(128, 0), Fit.CONTAIN, format, 95, 0));
        byte[] rough =
                renderer(ROOMY).render(original, new RenderRequest(new Size(128, 0), Fit.CONTAIN, format, 30, 0));

        assertThat(rough.length).isLessThan(fine.length * 2 / 3);
        assertThat(Seen.in(fine).differenceFrom(noise)).isLessThan(8);
    }

    @Test
    void render_webpWithAlpha_isLossyToo() throws Exception {
        BufferedImage noise = Paint.transparent(128, 128, (x, y) -> Paint.noise(x, y) - (x < 64 ? 0 : 0x80000000));

        String derivative =
                new String(render(Originals.png(noise), "128x", Fit.CONTAIN, Format.WEBP), StandardCharsets.ISO_8859_1);

        assertThat(derivative).contains("ALPH", "VP8 ").doesNotContain("VP8L");
    }

    @Test
    void render_linearProfile_isBroughtToSrgb() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage dark = Paint.plain(40, 40, 0xFF373737);

        // A light of 0x37 / 255 is 0x80 on sRGB's curve.
        png(Surgery.pngWithProfile(Originals.png(dark), linear), "20x20").shows(10, 10, 0x808080, 3);
        png(Surgery.jpegWithProfile(Originals.jpeg(dark), linear), "20x20").shows(10, 10, 0x808080, 4);
    }

    @Test
    void render_profileOfOtherPrimaries_isBroughtToSrgb() throws Exception {
        ICC_Profile swapped = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        byte[] red = swapped.getData(ICC_Profile.icSigRedColorantTag);
        swapped.setData(ICC_Profile.icSigRedColorantTag, swapped.getData(ICC_Profile.icSigGreenColorantTag));
        swapped.setData(ICC_Profile.icSigGreenColorantTag, red);

        byte[] original = Surgery.pngWithProfile(Originals.png(Paint.plain(40, 40, Paint.RED)), swapped.getData());

        png(original, "20x20").shows(10, 10, Paint.GREEN, 3);
    }

    @Test
    void render_brokenProfile_isIgnored() throws Exception {
        byte[] broken = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        Arrays.fill(broken, 60, broken.length, (byte) 0x5A);
        byte[] png = Originals.png(Paint.plain(40, 40, 0xFF373737));
        byte[] jpeg = Originals.jpeg(Paint.plain(40, 40, 0xFF373737));

        png(Surgery.pngWithProfile(png, broken), "20x20").shows(10, 10, 0x373737, 1);
        png(Surgery.pngWith(png, "iCCP", new byte[] {'x', 0, 0, 1, 2, 3}), "20x20")
                .shows(10, 10, 0x373737, 1);
        png(Surgery.jpegWithProfile(jpeg, broken), "20x20").shows(10, 10, 0x373737, 3);
        png(Surgery.jpegWithProfile(jpeg, new byte[9]), "20x20").shows(10, 10, 0x373737, 3);
    }

    @Test
    void render_inks_areCyanWhetherAdobeInvertedThemOrNot() throws Exception {
        byte[] inverted = Originals.fourSampleJpeg(40, 40, 0, 255, 255, 255);
        byte[] asTheyAre = Originals.fourSampleJpeg(40, 40, 255, 0, 0, 0);
        byte[] lumaAndChroma = Originals.fourSampleJpeg(40, 40, 76, 85, 255, 255);

        png(Surgery.jpegWithAdobe(inverted, 0), "20x20").shows(10, 10, 0x00AEEF, 24);
        png(asTheyAre, "20x20").shows(10, 10, 0x00AEEF, 24);
        png(Surgery.jpegWithAdobe(lumaAndChroma, 2), "20x20").shows(10, 10, 0x00AEEF, 24);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void render_grey_keepsItsTone(int type) throws Exception {
        BufferedImage grey = new BufferedImage(40, 40, type);
        int tone = type == BufferedImage.TYPE_BYTE_GRAY ? 0x50 : 0x5050;
        for (int i = 0; i < 1600; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, tone);
        }

        png(Originals.png(grey), "20x20").shows(10, 10, 0x505050, 1);
    }

    @Test
    void render_pngWithOneTransparentColour_hidesThatColourAlone() throws Exception {
        BufferedImage halves = Paint.opaque(40, 40, (x, y) -> x < 20 ? Paint.RED : Paint.BLUE);
        byte[] key = {0, (byte) 0xFF, 0, 0, 0, 0};

        Seen seen = png(Surgery.pngWith(Originals.png(halves), "tRNS", key), "40x40");

        assertThat(seen.alpha(5, 5)).isZero();
        assertThat(seen.alpha(35, 5)).isEqualTo(255);
    }

    @Test
    void render_gifFrameSmallerThanItsScreen_standsInItsPlace() throws Exception {
        byte[] gif = Originals.write(
                Originals.drawn(Paint.plain(10, 10, Paint.RED), BufferedImage.TYPE_BYTE_INDEXED), "gif");
        gif[6] = 40;
        gif[8] = 20;

        Seen seen = png(gif, "40x40").hasSize(40, 20).shows(5, 5, Paint.RED, 8);

        assertThat(seen.alpha(30, 15)).isZero();
    }

    @Test
    void render_animatedWebp_isItsFirstFrameInItsPlace() throws Exception {
        byte[] frame = Originals.webp(Paint.plain(10, 10, Paint.RED));

        Seen seen = png(Surgery.animatedWebp(frame, 20, 10, 10, 10, 40, 20), "40x40");

        seen.hasSize(40, 20).shows(25, 15, Paint.RED, 2);
        assertThat(seen.alpha(5, 5)).isZero();
    }

    @Test
    void render_trailingBytes_areHarmless() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.corners(80, 40)).entrySet()) {
            png(Surgery.join(original.getValue(), new byte[50]), "40x40").showsCorners(40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html>", "plain text"})
    void render_noPicture_isRefusedWithWhatIsAccepted(String text) {
        UnrenderableException refusal = refusal(Surgery.ascii(text), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.reason().status()).isEqualTo(415);
        assertThat(refusal.sentence()).contains("JPEG", "PNG", "WebP").doesNotContain("\n");
    }

    @Test
    void render_avif_isRefusedAsNoAcceptedPicture() {
        assertThat(refusal(Surgery.ascii("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf"), ROOMY)
                        .reason())
                .isEqualTo(Reason.NOT_A_PICTURE);
    }

    @Test
    void render_tooManyBytes_isRefused() throws Exception {
        byte[] original = Originals.png(Paint.shades(50, 50));
        Limits tight = new Limits(original.length - 1, 1_000_000);

        assertThat(refusal(original, tight).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(original, tight).sentence()).contains("" + original.length, "" + (original.length - 1));
        assertThat(refusal(original, new Limits(original.length, 2500))).isNull();
    }

    @Test
    void render_tooManyPixels_isRefusedInEveryFormat() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.shades(50, 40)).entrySet()) {
            UnrenderableException refusal = refusal(original.getValue(), new Limits(1_000_000, 1999));

            assertThat(refusal).as(original.getKey()).isNotNull();
            assertThat(refusal.reason().status()).isEqualTo(413);
            assertThat(refusal.sentence()).contains("50x40", "1999");
            assertThat(refusal(original.getValue(), new Limits(1_000_000, 2000)))
                    .isNull();
        }
    }

    @Test
    void render_sidesWhoseProductOverflowsAnInt_isRefusedFromTheHeader() {
        assertThat(refusal(Surgery.pngHeader(65_536, 65_536), ROOMY).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void render_pictureThatTheHeapCannotHold_isRefusedAsTooLarge() {
        long heap = Runtime.getRuntime().maxMemory();
        int height = (int) Math.min(heap / 40_000 + 1, Integer.MAX_VALUE / 40_000);

        byte[] original = Surgery.pngHeader(40_000, height);

        assertThat(refusal(original, new Limits(1000, Long.MAX_VALUE)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void render_truncated_isBrokenAtEveryPoint() throws Exception {
        Map<String, byte[]> originals = Originals.everyFormat(Paint.shades(64, 48));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            byte[] whole = original.getValue();
            for (int i = 1; i < 60; i++) {
                int length = whole.length * i / 60;
                UnrenderableException refusal = refusal(Arrays.copyOf(whole, length), ROOMY);

                assertThat(refusal)
                        .as("%s cut to %d of %d", original.getKey(), length, whole.length)
                        .isNotNull();
                assertThat(refusal.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
                assertThat(refusal.sentence()).doesNotContain("Exception", "java", "\n");
            }
        }
    }

    @Test
    void render_jpegWhoseScanIsCutButEnded_isBroken() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.shades(200, 200));
        byte[] cut = Surgery.join(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThat(refusal(cut, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void render_flippedBytes_isAPictureOrARefusal() throws Exception {
        Random random = new Random(7);
        for (byte[] original : Originals.everyFormat(Paint.shades(24, 16)).values()) {
            for (int i = 0; i < 250; i++) {
                byte[] damaged = original.clone();
                for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(render(damaged, "10x10", Fit.CONTAIN, Format.PNG))
                            .isNotEmpty();
                } catch (UnrenderableException e) {
                    assertThat(e.sentence()).isNotBlank();
                }
            }
        }
    }
}
