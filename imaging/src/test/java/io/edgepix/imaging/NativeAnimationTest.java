package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.contract.LenientTruncationContract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.AnimatedWebpFile;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that animations stay animated. Another decoder reads their frames. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeAnimationTest {
    private static final double ALIKE = 4;

    private final List<String> notices = new ArrayList<>();

    private byte[] render(byte[] original, Limits limits, String size, Format format) throws UnrenderableException {
        RenderRequest request = new RenderRequest(Size.parse(size), Fit.CONTAIN, format, 95, 0xFFFFFF);
        return NativeRenderer.find(limits)
                .orElseThrow()
                .renderAll(original, List.of(request), notice -> notices.add(notice.text()))
                .getFirst();
    }

    private DecodedAnimation animation(byte[] original, String size, Format format) throws Exception {
        return DecodedAnimation.in(render(original, Contract.ROOMY, size, format));
    }

    /**
     * Returns a GIF with all disposals, transparency, patches, an interlaced frame, a frame with its own colours, and a
     * frame that repeats.
     */
    private static byte[] everyKindOfFrame() {
        return new GifMaker(80, 60)
                .again(4)
                .control(1, -1, 7)
                .frame(0, 0, 80, 60, false, (x, y) -> (x / 20 + y / 20) % 4)
                .control(3, 3, 20)
                .frame(20, 10, 40, 40, true, (x, y) -> x < 20 ? 1 : 3)
                .control(2, 3, 33)
                .palette(0x804020, 0x20A0F0, 0x777777, 0x101010)
                .frame(0, 30, 50, 30, false, (x, y) -> x / 17)
                .control(1, 0, 100)
                .frame(40, 0, 40, 60, false, (x, y) -> y < 30 ? 0 : 2)
                .control(1, 3, 5)
                .frame(0, 0, 10, 10, false, (x, y) -> 3)
                .control(0, -1, 65535)
                .frame(10, 10, 60, 40, false, (x, y) -> 3)
                .end();
    }

    private static byte[] webp() throws IOException {
        BufferedImage veil = Paint.transparent(40, 30, (x, y) -> (x < 20 ? 0x80 : 0xFF) << 24 | 0x3060C0);
        return new AnimatedWebpFile(80, 60, 3)
                .frame(Paint.corners(80, 60), 0, 0, 70, false, false)
                .frame(veil, 20, 10, 45, true, true)
                .frame(veil, 2, 4, 1234, false, false)
                .frame(Paint.plain(20, 20, Paint.RED), 60, 40, 55, true, false)
                .end();
    }

    private static void assertAlike(DecodedAnimation decoded, DecodedAnimation original) {
        assertThat(decoded.frames()).hasSameSizeAs(original.frames());
        for (int i = 0; i < original.frames().size(); i++) {
            assertThat(decoded.differenceFrom(original, i)).as("frame %d", i).isLessThan(ALIKE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifWithEveryKindOfFrame_looksTheSameAtEachTime(Format format) throws Exception {
        DecodedAnimation original = DecodedAnimation.in(everyKindOfFrame());

        DecodedAnimation decoded = animation(everyKindOfFrame(), "80x60", format);

        assertAlike(decoded, original);
        assertThat(decoded.millis()).isEqualTo(original.millis()).hasSize(6);
        assertThat(decoded.plays()).isEqualTo(5);
        assertThat(notices).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_opaqueGifWithoutPixelsInACorner_isTransparentThere(Format format) throws Exception {
        byte[] gif = new GifMaker(80, 60)
                .control(1, -1, 20)
                .frame(20, 10, 40, 40, false, (x, y) -> 1)
                .control(1, -1, 30)
                .frame(30, 0, 40, 40, false, (x, y) -> 2)
                .end();

        DecodedAnimation decoded = animation(gif, "80x60", format);

        assertAlike(decoded, DecodedAnimation.in(gif));
        assertThat(decoded.millis()).containsExactly(200, 300);
        assertThat(decoded.frames().getFirst().getRGB(2, 2) >>> 24).as("alpha").isZero();
    }

    /** In the second case the first frame is disposed of to "previous", which is the empty canvas. */
    @ParameterizedTest
    @CsvSource({"WEBP, 2", "GIF, 2", "WEBP, 3", "GIF, 3"})
    void render_opaqueGifDisposedToTheBackground_isTransparentThere(Format format, int disposal) throws Exception {
        byte[] gif = new GifMaker(80, 60)
                .again(0)
                .control(disposal, -1)
                .frame(0, 0, 80, 60, false, (x, y) -> 0)
                .control(2, -1)
                .frame(10, 10, 30, 20, false, (x, y) -> 1)
                .control(2, -1)
                .frame(60, 40, 40, 40, false, (x, y) -> 2)
                .control(3, -1)
                .frame(0, 0, 20, 20, true, (x, y) -> 3)
                .control(2, -1)
                .frame(90, 70, 20, 20, false, (x, y) -> 1)
                .control(1, -1)
                .frame(40, 0, 10, 10, false, (x, y) -> 1)
                .end();
        gif[11] = 1; // the background colour

        DecodedAnimation decoded = animation(gif, "80x60", format);

        assertAlike(decoded, DecodedAnimation.in(gif));
        assertThat(decoded.frames().get(1).getRGB(70, 50) >>> 24).as("cleared").isZero();
        assertThat(decoded.frames().get(1).getRGB(20, 20) >>> 24).as("drawn").isEqualTo(255);
        assertThat(decoded.frames().get(4).getRGB(5, 5) >>> 24).as("undone").isZero();
    }

    /** Some encoders store 4 instead of 3, and browsers accept it. */
    @Test
    void render_gifWithDisposalFour_isUndone() throws Exception {
        byte[] gif = new GifMaker(8, 8)
                .control(1, -1)
                .frame(0, 0, 8, 8, false, (x, y) -> 0)
                .control(4, -1)
                .frame(0, 0, 8, 8, false, (x, y) -> 1)
                .control(7, -1)
                .frame(0, 0, 4, 4, false, (x, y) -> 2)
                .control(1, -1)
                .frame(4, 4, 4, 4, false, (x, y) -> 3)
                .end();

        DecodedAnimation decoded = animation(gif, "8x8", Format.GIF);

        assertThat(decoded.frames().get(2).getRGB(6, 6)).isEqualTo(Paint.RED);
        assertThat(decoded.frames().get(3).getRGB(2, 2)).isEqualTo(Paint.BLUE);
    }

    private static byte[] opaqueWebp() throws IOException {
        byte[] webp = new AnimatedWebpFile(80, 60, 2)
                .frame(Paint.plain(40, 30, Paint.RED), 20, 10, 50, false, true)
                .frame(Paint.corners(40, 30), 0, 0, 60, true, true)
                .frame(Paint.plain(40, 30, Paint.BLUE), 40, 30, 70, true, false)
                .end();
        webp[20] &= ~0x10; // the header states no alpha
        return webp;
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_opaqueWebpDisposedToTheBackground_isTransparentThere(Format format) throws Exception {
        DecodedAnimation decoded = animation(opaqueWebp(), "80x60", format);

        assertAlike(decoded, DecodedAnimation.in(opaqueWebp()));
        assertThat(decoded.frames().get(0).getRGB(2, 2) >>> 24)
                .as("never drawn")
                .isZero();
        assertThat(decoded.frames().get(2).getRGB(2, 2) >>> 24).as("cleared").isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1000", "-20", "1", "2", "5000"})
    void render_webpWhoseLengthIsWrong_plays(int off) throws Exception {
        byte[] webp = webp();
        Bytes.little(webp).putInt(4, Math.max(0, webp.length - 8 + off));

        DecodedAnimation decoded = animation(webp, "80x60", Format.WEBP);

        assertAlike(decoded, DecodedAnimation.in(webp()));
        assertThat(decoded.plays()).isEqualTo(3);
        assertThat(notices).isEmpty();
    }

    @Test
    void render_webpWithMetadataThatClaimsTooMuchOrGarbage_plays() throws Exception {
        byte[] exif = FileEdits.riffChunk("EXIF", ExifMaker.exif(6));
        Bytes.little(exif).putInt(4, 9_999);
        byte[] claims = FileEdits.join(webp(), exif);
        Bytes.little(claims).putInt(4, claims.length - 8);

        assertAlike(animation(claims, "80x60", Format.WEBP), DecodedAnimation.in(webp()));
        assertAlike(animation(FileEdits.join(webp(), new byte[77]), "80x60", Format.WEBP), DecodedAnimation.in(webp()));
        assertThat(notices).isEmpty();
    }

    private static int frame(byte[] webp, int number) {
        int at = 44;
        for (int i = 0; i < number; i++) {
            int length = Bytes.little32(webp, at + 4);
            at += 8 + length + (length & 1);
        }
        assertThat(Bytes.has(webp, at, "ANMF")).isTrue();
        return at;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void render_webpWhoseFrameHasAWrongLength_plays(int number) throws Exception {
        for (int off : new int[] {-30, -8, -2, -1, 1, 2, 3, 8, 9, 50, 5_000}) {
            byte[] webp = webp();
            int at = frame(webp, number) + 4;
            Bytes.little(webp).putInt(at, Math.max(0, Bytes.little32(webp, at) + off));

            DecodedAnimation decoded = animation(webp, "80x60", Format.WEBP);

            assertAlike(decoded, DecodedAnimation.in(webp()));
            assertThat(decoded.millis()).as("off by %d", off).containsExactly(70, 45, 1234, 55);
            assertThat(notices).as("off by %d", off).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -2, 1, 2, 9, 11, 17, 20, 40})
    void render_webpWhoseMetadataHasAWrongLength_plays(int off) throws Exception {
        byte[] exif = FileEdits.riffChunk("EXIF", new byte[23]);
        byte[] xmp = FileEdits.riffChunk("XMP ", new byte[12]);
        byte[] profile = FileEdits.riffChunk("ICCP", new byte[23]);
        Bytes.little(exif).putInt(4, 23 + off);
        Bytes.little(profile).putInt(4, 23 + off);
        byte[] webp = webp();
        byte[] behind = FileEdits.riff(FileEdits.join(Arrays.copyOfRange(webp, 12, webp.length), exif, xmp));
        byte[] before = FileEdits.riff(
                FileEdits.join(Arrays.copyOfRange(webp, 12, 30), profile, Arrays.copyOfRange(webp, 30, webp.length)));

        assertAlike(animation(behind, "80x60", Format.WEBP), DecodedAnimation.in(webp));
        assertAlike(animation(before, "80x60", Format.WEBP), DecodedAnimation.in(webp));
        assertThat(notices).isEmpty();
    }

    /** Unknown chunks may follow the picture in a frame, and the frames. */
    @Test
    void render_webpWithUnknownChunks_plays() throws Exception {
        byte[] webp = webp();
        byte[] unknown = FileEdits.riffChunk("what", new byte[14]);
        int second = frame(webp, 1);
        byte[] first = Arrays.copyOfRange(webp, 12, second);
        Bytes.little(first).putInt(44 - 12 + 4, Bytes.little32(webp, 48) + unknown.length);
        byte[] others = Arrays.copyOfRange(webp, second, webp.length);
        byte[] exif = FileEdits.riffChunk("EXIF", new byte[20]);

        byte[] original = FileEdits.riff(FileEdits.join(first, unknown, unknown, others, exif, unknown));

        assertAlike(animation(original, "80x60", Format.WEBP), DecodedAnimation.in(webp));
        assertThat(notices).isEmpty();
    }

    @Test
    void render_truncatedWebp_playsItsWholeFrames() throws Exception {
        byte[] webp = webp();
        DecodedAnimation original = DecodedAnimation.in(webp);
        int second = FileEdits.indexOf(Arrays.copyOfRange(webp, 50, webp.length), (byte) 'A', (byte) 'N') + 50;
        for (int length = second; length < webp.length; length += 3) {
            notices.clear();
            DecodedAnimation decoded =
                    shownOf(render(Arrays.copyOf(webp, length), Contract.ROOMY, "80x60", Format.WEBP));

            assertThat(decoded.frames()).as("cut to %d", length).hasSizeBetween(1, 4);
            assertAlike(decoded, firstFrames(original, decoded.frames().size()));
            if (decoded.frames().size() < 4 && length > second + 24) {
                assertThat(notices).as("cut to %d", length).hasSizeLessThan(2);
            }
        }
    }

    /** Returns the frames of a WebP. A still picture has one frame. */
    private static DecodedAnimation shownOf(byte[] webp) throws IOException {
        boolean moves = DecodedAnimation.isAnimated(webp);
        return moves
                ? DecodedAnimation.in(webp)
                : new DecodedAnimation(List.of(DecodedImage.in(webp).image()), List.of(0), 1);
    }

    @Test
    void render_semiTransparentWebp_looksTheSameAtEachTime() throws Exception {
        DecodedAnimation decoded = animation(webp(), "80x60", Format.WEBP);

        assertAlike(decoded, DecodedAnimation.in(webp()));
        assertThat(decoded.millis()).containsExactly(70, 45, 1234, 55);
        assertThat(decoded.plays()).isEqualTo(3);
    }

    @Test
    void render_webpToGif_keepsTheWholeTimeToAHundredth() throws Exception {
        DecodedAnimation decoded = animation(webp(), "80x60", Format.GIF);

        assertThat(decoded.millis()).containsExactly(70, 50, 1230, 50);
        assertThat(decoded.plays()).isEqualTo(3);
        assertThat(decoded.frames().get(1).getRGB(70, 50))
                .as("beside the patch")
                .isEqualTo(Paint.WHITE);
    }

    /** Each frame of the derivative equals what the frame becomes as a still picture. */
    @ParameterizedTest
    @CsvSource({"WEBP, 40x40, CONTAIN", "GIF, 40x40, CONTAIN", "WEBP, 31x50, COVER", "GIF, 31x50, COVER"})
    void render_shrunkGif_hasNoTraceOfOtherFrames(Format format, String size, Fit fit) throws Exception {
        DecodedAnimation original = DecodedAnimation.in(everyKindOfFrame());
        RenderRequest request = new RenderRequest(Size.parse(size), fit, format, 95, 0xFFFFFF);
        RenderRequest still = new RenderRequest(Size.parse(size), fit, Format.PNG, 95, 0xFFFFFF);

        DecodedAnimation decoded = DecodedAnimation.in(
                NativeRenderer.find(Contract.ROOMY).orElseThrow().render(everyKindOfFrame(), request));

        for (int i = 0; i < original.frames().size(); i++) {
            byte[] png = new PortableRenderer(Contract.ROOMY)
                    .render(Originals.png(original.frames().get(i)), still);
            DecodedImage expected = DecodedImage.in(png)
                    .hasSize(
                            decoded.frames().get(i).getWidth(),
                            decoded.frames().get(i).getHeight());
            DecodedAnimation one = new DecodedAnimation(Collections.nCopies(6, expected.image()), List.of(), 0);
            assertThat(decoded.differenceFrom(one, i)).as("frame %d", i).isLessThan(2 * ALIKE);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "1, 2", "65534, 65535"})
    void render_gifsLoops_arePlayedAsOftenInBothFormats(int again, int plays) throws Exception {
        GifMaker maker = again < 0 ? new GifMaker(8, 8) : new GifMaker(8, 8).again(again);
        byte[] gif = maker.control(1, -1)
                .frame(0, 0, 8, 8, false, (x, y) -> 0)
                .control(1, -1)
                .frame(0, 0, 8, 8, false, (x, y) -> 1)
                .end();

        assertThat(animation(gif, "8x8", Format.WEBP).plays()).isEqualTo(plays);
        assertThat(animation(gif, "8x8", Format.GIF).plays()).isEqualTo(plays);
    }

    /** Browsers show frames of up to 10 ms for 100 ms, but readers of other formats do not. */
    @Test
    void render_gifWithShortDelays_hasTheDelaysOfBrowsers() throws Exception {
        GifMaker maker = new GifMaker(8, 8).again(0);
        for (int hundredths : new int[] {0, 1, 2, 3}) {
            maker.control(1, -1, hundredths).frame(0, 0, 8, 8, false, (x, y) -> hundredths);
        }
        byte[] gif = maker.end();

        assertThat(animation(gif, "8x8", Format.WEBP).millis()).containsExactly(100, 100, 20, 30);
        assertThat(animation(gif, "8x8", Format.GIF).millis()).containsExactly(0, 10, 20, 30);
    }

    /** The encoder merges frames that look the same, and the last of them may have to be cleared. */
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_equalFrames_areAllThere(Format format) throws Exception {
        GifMaker maker = new GifMaker(40, 40).again(0);
        for (int i = 0; i < 9; i++) {
            int step = i / 3;
            maker.control(2, 3, 4 + i).frame(step * 10, step * 10, 20, 20, false, (x, y) -> x + y < 10 ? 3 : step);
        }
        byte[] gif = maker.end();

        DecodedAnimation decoded = animation(gif, "40x40", format);

        assertAlike(decoded, DecodedAnimation.in(gif));
        assertThat(decoded.millis()).containsExactly(40, 50, 60, 70, 80, 90, 100, 110, 120);
    }

    @ParameterizedTest
    @CsvSource({"5, 4000000", "300, 28799"})
    void render_tooManyFramesOrPixels_isTheFirstFrameWithANotice(int frames, long pixels) throws Exception {
        Limits limits = new Limits(1_000_000, pixels, frames, false);

        byte[] webp = render(everyKindOfFrame(), limits, "80x60", Format.WEBP);

        DecodedImage.in(webp).hasSize(80, 60).shows(10, 10, Paint.RED, 12).shows(30, 10, Paint.GREEN, 12);
        assertThat(notices).containsExactly("the first of 6 frames of 80x60, which are over the limits");
    }

    /** Each frame of 65,500 by 65,500 is cut to the canvas, but is decompressed in full. */
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifOfFramesFarLargerThanItsCanvas_isTheFirstFrameWithANotice(Format format) throws Exception {
        GifMaker maker = new GifMaker(40, 40).frame(0, 0, 40, 40, false, (x, y) -> 0);
        maker.control(1, -1).frame(0, 0, 65_500, 65_500, false, 2, (x, y) -> 1);

        byte[] still = render(maker.end(), Contract.ROOMY, "40x40", format);

        DecodedImage.in(still).hasSize(40, 40).shows(10, 10, Paint.RED, 12);
        assertThat(notices)
                .containsExactly(
                        "the first of 2 frames of 40x40",
                        "not animated: its frames take too long for its bytes: 3200 pixels to encode");
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifTruncatedInItsFourthFrame_playsThreeWithANotice(Format format) throws Exception {
        byte[] gif = everyKindOfFrame();
        byte[] cut = Arrays.copyOf(gif, fourthFrame(gif) + 20);
        DecodedAnimation original = DecodedAnimation.in(gif);

        DecodedAnimation decoded = DecodedAnimation.in(render(cut, Contract.ROOMY, "80x60", format));

        assertThat(notices).containsExactly("3 of 4 frames: the last one is cut short");
        assertThat(render(cut, LenientTruncationContract.LENIENT, "80x60", format))
                .isEqualTo(render(cut, Contract.ROOMY, "80x60", format));
        assertThat(decoded.millis()).isEqualTo(original.millis().subList(0, 3));
        assertThat(decoded.plays()).isEqualTo(5);
        for (int i = 0; i < 3; i++) {
            assertThat(decoded.differenceFrom(original, i)).as("frame %d", i).isLessThan(ALIKE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifDamagedInItsFourthFrame_playsThreeWithANotice(Format format) throws Exception {
        byte[] gif = everyKindOfFrame();
        Arrays.fill(gif, fourthFrame(gif) + 40, fourthFrame(gif) + 44, (byte) -1);

        DecodedAnimation decoded = DecodedAnimation.in(render(gif, Contract.ROOMY, "80x60", format));

        assertThat(decoded.frames()).hasSize(3);
        assertAlike(decoded, firstFrames(DecodedAnimation.in(everyKindOfFrame()), 3));
        assertThat(notices).containsExactly("3 of 6 frames: the next one is damaged");
    }

    private static DecodedAnimation firstFrames(DecodedAnimation animation, int count) {
        return new DecodedAnimation(
                animation.frames().subList(0, count), animation.millis().subList(0, count), animation.plays());
    }

    @Test
    void render_gifTruncatedInItsSecondFrame_isItsFirstWithANotice() throws Exception {
        byte[] gif = new GifMaker(80, 60)
                .frame(0, 0, 80, 60, false, (x, y) -> 0)
                .frame(0, 0, 80, 60, false, (x, y) -> 1)
                .end();

        DecodedImage.in(render(Arrays.copyOf(gif, gif.length - 50), Contract.ROOMY, "80x60", Format.WEBP))
                .shows(40, 30, Paint.RED, 8);

        assertThat(notices).containsExactly("1 of 2 frames: the last one is cut short");
    }

    private static byte[] threeFrames(int count) {
        GifMaker maker = new GifMaker(12, 8);
        for (int i = 0; i < count; i++) {
            int frame = i;
            maker.control(i, -1).frame(i, i, 9, 6, i == 1, (x, y) -> (x + y + frame) % 4);
        }
        return maker.end();
    }

    /** A frame is whole even if the ends of its blocks are missing. */
    @Test
    void render_truncatedGif_playsItsWholeFrames() throws Exception {
        List<Integer> ends = IntStream.rangeClosed(1, 3)
                .map(frames -> threeFrames(frames).length - 1)
                .boxed()
                .toList();
        byte[] gif = threeFrames(3);
        DecodedAnimation original = DecodedAnimation.in(gif);
        for (int length = ends.getFirst(); length < gif.length; length++) {
            int cut = length;

            DecodedAnimation decoded =
                    DecodedAnimation.in(render(Arrays.copyOf(gif, length), Contract.ROOMY, "12x8", Format.GIF));

            long least = ends.stream().filter(end -> end <= cut).count();
            long most = ends.stream().filter(end -> end - 3 <= cut).count();
            assertThat((long) decoded.frames().size()).as("cut to %d", length).isBetween(least, most);
            assertAlike(decoded, firstFrames(original, decoded.frames().size()));
        }
    }

    /** Returns the offset of its descriptor: 40 from the left, 0 from the top, 40 by 60. */
    private static int fourthFrame(byte[] gif) {
        for (int at = 0; at < gif.length; at++) {
            if (Bytes.has(gif, at, ",(\0\0\0(\0<\0")) {
                return at;
            }
        }
        throw new AssertionError("no such frame");
    }

    @Test
    void render_theMostFramesAndPixels_isAnimated() throws Exception {
        byte[] webp = render(everyKindOfFrame(), new Limits(1_000_000, 28_800, 6, false), "80x60", Format.WEBP);

        assertThat(DecodedAnimation.in(webp).frames()).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "AVIF"})
    void render_animationToAStillFormat_isTheFirstFrameWithoutANotice(Format format) throws Exception {
        assertThat(render(everyKindOfFrame(), Contract.ROOMY, "80x60", format)).isNotEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void renderAll_animatedAndStillFormats_keepTheOrderOfTheRequests() throws Exception {
        List<RenderRequest> requests = List.of(request(Format.PNG), request(Format.GIF), request(Format.WEBP));

        List<byte[]> derivatives =
                NativeRenderer.find(Contract.ROOMY).orElseThrow().renderAll(everyKindOfFrame(), requests);

        assertThat(DecodedImage.in(derivatives.get(0)).width()).isEqualTo(30);
        assertThat(Bytes.has(derivatives.get(1), 0, "GIF89a")).isTrue();
        assertThat(DecodedAnimation.in(derivatives.get(2)).frames()).hasSize(6);
    }

    private static RenderRequest request(Format format) {
        return new RenderRequest(Size.parse("30x30"), Fit.CONTAIN, format, 90, 0);
    }

    @Test
    void render_rotatedAnimatedWebp_standsUprightFrameByFrame() throws Exception {
        BufferedImage first = Paint.stored(Paint.corners(40, 80), 6);
        BufferedImage second = Paint.stored(Paint.plain(40, 80, Paint.BLUE), 6);
        byte[] webp = new AnimatedWebpFile(80, 40, 0)
                .frame(first, 0, 0, 100, false, false)
                .frame(second, 0, 0, 100, false, false)
                .chunk("EXIF", ExifMaker.exif(6))
                .end();

        DecodedAnimation decoded = animation(webp, "40x80", Format.WEBP);

        BufferedImage upright = Paint.corners(40, 80);
        DecodedAnimation expected =
                new DecodedAnimation(List.of(upright, Paint.plain(40, 80, Paint.BLUE)), List.of(), 0);
        assertAlike(decoded, expected);
    }
}
