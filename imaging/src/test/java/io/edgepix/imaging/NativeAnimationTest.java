package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Paint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that animations stay animated, their timing and their limits. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeAnimationTest extends AnimationFixture {
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

    @Test
    void render_webpToGif_keepsTheWholeTimeToAHundredth() throws Exception {
        DecodedAnimation decoded = animation(webp(), "80x60", Format.GIF);

        assertThat(decoded.millis()).containsExactly(70, 50, 1230, 50);
        assertThat(decoded.plays()).isEqualTo(3);
        assertThat(decoded.frames().get(1).getRGB(70, 50))
                .as("next to the patch")
                .isEqualTo(Paint.WHITE);
    }

    @Test
    void render_theMostFramesAndPixels_isAnimated() throws Exception {
        byte[] webp = render(everyKindOfFrame(), new Limits(1_000_000, 28_800, 6, false), "80x60", Format.WEBP);

        assertThat(DecodedAnimation.in(webp).frames()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"5, 4000000", "300, 28799"})
    void render_tooManyFramesOrPixels_isTheFirstFrameWithANotice(int frames, long pixels) throws Exception {
        Limits limits = new Limits(1_000_000, pixels, frames, false);

        byte[] webp = render(everyKindOfFrame(), limits, "80x60", Format.WEBP);

        DecodedImage.in(webp).hasSize(80, 60).shows(10, 10, Paint.RED, 12).shows(30, 10, Paint.GREEN, 12);
        assertThat(notices).containsExactly("rendered only the first of 6 frames of 80x60, which are over the limits");
    }

    /** Each frame of 65,500 by 65,500 is cropped to the canvas, but is decompressed in full. */
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    void render_gifOfFramesFarLargerThanItsCanvas_isTheFirstFrameWithANotice(Format format) throws Exception {
        GifMaker maker = new GifMaker(40, 40).frame(0, 0, 40, 40, false, (x, y) -> 0);
        maker.control(1, -1).frame(0, 0, 65_500, 65_500, false, 2, (x, y) -> 1);

        byte[] still = render(maker.end(), Contract.ROOMY, "40x40", format);

        DecodedImage.in(still).hasSize(40, 40).shows(10, 10, Paint.RED, 12);
        assertThat(notices)
                .containsExactly(
                        "rendered only the first of 2 frames of 40x40",
                        "not animated: encoding 3200 pixels takes too long for its length in bytes");
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
}
