package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.AnimatedWebpFile;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the frames of animations. Another decoder reads them. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeAnimationFrameTest extends AnimationFixture {
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

    /** In the second case, the disposal of the first frame is "previous", which restores the empty canvas. */
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

    @Test
    void render_semiTransparentWebp_looksTheSameAtEachTime() throws Exception {
        DecodedAnimation decoded = animation(webp(), "80x60", Format.WEBP);

        assertAlike(decoded, DecodedAnimation.in(webp()));
        assertThat(decoded.millis()).containsExactly(70, 45, 1234, 55);
        assertThat(decoded.plays()).isEqualTo(3);
    }

    /** Each frame of the derivative equals the same frame rendered as a still picture. */
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

    /** Each frame looks like the one before it, but not like the first. */
    @Test
    void render_slowFade_isNotLeftOut() throws Exception {
        AnimatedWebpFile fade = new AnimatedWebpFile(40, 40, 1);
        for (int i = 0; i < 40; i++) {
            fade.frame(Paint.plain(40, 40, 0x404040 + i * 0x010101), 0, 0, 50, false, false);
        }
        byte[] webp = fade.end();

        assertAlike(animation(webp, "40x40", Format.WEBP), DecodedAnimation.in(webp));
    }

    @Test
    void render_changesInOppositeCorners_takeFewBytes() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        BufferedImage noise = Paint.opaque(200, 200, (x, y) -> 0x707070 + random.nextInt(32) * 0x010101);
        AnimatedWebpFile corners = new AnimatedWebpFile(200, 200, 1);
        for (int i = 0; i < 5; i++) {
            int colour = 0xFF000000 | i * 0x30_1050;
            BufferedImage frame =
                    Paint.opaque(200, 200, (x, y) -> Math.abs(x + y - 199) > 185 ? colour : noise.getRGB(x, y));
            corners.frame(frame, 0, 0, 50, false, false);
        }
        byte[] webp = corners.end();

        byte[] derivative = render(webp, Contract.ROOMY, "200x200", Format.WEBP);

        assertAlike(DecodedAnimation.in(derivative), DecodedAnimation.in(webp));
        assertThat(derivative.length)
                .isLessThan(2 * render(Originals.png(noise), Contract.ROOMY, "200x200", Format.WEBP).length);
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
