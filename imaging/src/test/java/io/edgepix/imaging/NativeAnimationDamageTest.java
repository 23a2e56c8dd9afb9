package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.contract.LenientTruncationContract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Paint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests animations that are truncated or damaged. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeAnimationDamageTest extends AnimationFixture {
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

    /** Unknown chunks may follow the picture within a frame, and may follow the frames. */
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
                    framesOf(render(Arrays.copyOf(webp, length), Contract.ROOMY, "80x60", Format.WEBP));

            assertThat(decoded.frames()).as("cut to %d", length).hasSizeBetween(1, 4);
            assertAlike(decoded, firstFrames(original, decoded.frames().size()));
            if (decoded.frames().size() < 4 && length > second + 24) {
                assertThat(notices).as("cut to %d", length).hasSizeLessThan(2);
            }
        }
    }

    /** Returns the frames of a WebP. A still picture has one frame. */
    private static DecodedAnimation framesOf(byte[] webp) throws IOException {
        boolean animated = DecodedAnimation.isAnimated(webp);
        return animated
                ? DecodedAnimation.in(webp)
                : new DecodedAnimation(List.of(DecodedImage.in(webp).image()), List.of(0), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifTruncatedInItsFourthFrame_playsThreeWithANotice(Format format) throws Exception {
        byte[] gif = everyKindOfFrame();
        byte[] cut = Arrays.copyOf(gif, fourthFrame(gif) + 20);
        DecodedAnimation original = DecodedAnimation.in(gif);

        DecodedAnimation decoded = DecodedAnimation.in(render(cut, Contract.ROOMY, "80x60", format));

        assertThat(notices).containsExactly("rendered only 3 of 4 frames: the last one is cut short");
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
        assertThat(notices).containsExactly("rendered only 3 of 6 frames: the next one is damaged");
    }

    /** Returns the offset of the fourth frame's descriptor: 40 from the left, 0 from the top, 40 by 60. */
    private static int fourthFrame(byte[] gif) {
        for (int at = 0; at < gif.length; at++) {
            if (Bytes.has(gif, at, ",(\0\0\0(\0<\0")) {
                return at;
            }
        }
        throw new AssertionError("no such frame");
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

        assertThat(notices).containsExactly("rendered only 1 of 2 frames: the last one is cut short");
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
}
