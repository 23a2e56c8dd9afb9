package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests GIF derivatives, and animations that are cut short. */
public interface AnimationContract extends Contract {
    int END = 4;

    @Test
    default void render_photographToGif_isTheSamePictureInFewerColours() throws Exception {
        byte[] gif = render(Originals.png(Paint.shades(200, 120)), "100x60", Fit.CONTAIN, Format.GIF);

        assertThat(new String(gif, 0, 6, StandardCharsets.US_ASCII)).isEqualTo("GIF89a");
        assertThat(DecodedImage.in(gif).hasSize(100, 60).differenceFrom(Paint.shades(100, 60)))
                .isLessThan(6);
    }

    @Test
    default void render_semiTransparentToGif_isOpaqueOrTransparent() throws Exception {
        BufferedImage semiTransparent =
                Paint.transparent(60, 20, (x, y) -> (x / 20 == 0 ? 0xFF : x / 20 == 1 ? 0x90 : 0x70) << 24 | 0x3060C0);

        DecodedImage decoded = decoded(Originals.png(semiTransparent), "60x20", Fit.CONTAIN, Format.GIF);

        assertThat(decoded.alpha(10, 10)).isEqualTo(255);
        assertThat(decoded.alpha(30, 10)).isEqualTo(255);
        assertThat(decoded.alpha(50, 10)).isZero();
        decoded.shows(10, 10, 0x3060C0, 4).shows(30, 10, 0x3060C0, 4);
    }

    /** Lengths close to the end are left out, since the GIF then has all of its pixels. */
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "GIF"})
    default void render_animationTruncatedInALaterFrame_beginsWithTheFirst(Format format) throws Exception {
        byte[] frame =
                new GifMaker(30, 30).frame(0, 0, 30, 30, false, (x, y) -> 0).end();
        byte[] gif = new GifMaker(30, 30)
                .frame(0, 0, 30, 30, false, (x, y) -> 0)
                .frame(0, 0, 30, 30, false, (x, y) -> x % 4)
                .end();
        for (int length = frame.length; length < gif.length - END; length++) {
            decoded(Arrays.copyOf(gif, length), "10x10", Fit.CONTAIN, format)
                    .hasSize(10, 10)
                    .shows(5, 5, Paint.RED, 12);
        }
    }
}
