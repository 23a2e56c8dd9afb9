package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.likeness.LumaLikeness;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Texture;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests fine textures in JPEGs at every ratio. Such JPEGs are decoded no more finely than necessary. */
public interface TextureContract extends Contract {
    List<Double> RATIOS = List.of(
            1.0, 2.0, 3.0, 3.4, 4.0, 5.0, 5.3, 6.0, 7.0, 7.5, 8.0, 8.4, 9.0, 10.0, 12.0, 13.0, 14.0, 16.0, 18.0, 20.0);

    /** A format, a quality, and the required likeness to the exact reduction. */
    record Minimum(Format format, int quality, double likeness) {}

    @ParameterizedTest
    @EnumSource
    default void render_fineTextureAtEveryRatio_isWithoutMoire(Texture texture) throws Exception {
        BufferedImage image = texture.paint();
        BufferedImage grey = Originals.drawn(image, BufferedImage.TYPE_BYTE_GRAY);
        Map<String, byte[]> jpegs = new TreeMap<>();
        jpegs.put("4:2:0", JpegMaker.jpeg(image, 2, 2, 0, false));
        jpegs.put("4:2:2", JpegMaker.jpeg(image, 2, 1, 0, false));
        jpegs.put("4:4:4", JpegMaker.jpeg(image, 1, 1, 0, false));
        jpegs.put("progressive 4:2:0", JpegMaker.jpeg(image, 2, 2, 0, true));
        jpegs.put("grey", Originals.jpeg(grey));
        jpegs.put("progressive grey", Originals.progressiveJpeg(grey));
        for (Map.Entry<String, byte[]> jpeg : jpegs.entrySet()) {
            BufferedImage whole = DecodedImage.in(jpeg.getValue()).image();
            for (double ratio : RATIOS) {
                // The encoders' own loss decreases with higher quality. At quality 90 and higher, JPEG keeps full
                // chroma.
                isLike(whole, jpeg, ratio, new Minimum(Format.WEBP, 98, 0.97));
                isLike(whole, jpeg, ratio, new Minimum(Format.JPEG, 89, 0.94));
                isLike(whole, jpeg, ratio, new Minimum(Format.PNG, 80, 0.97));
            }
        }
    }

    private void isLike(BufferedImage whole, Map.Entry<String, byte[]> jpeg, double ratio, Minimum wanted)
            throws Exception {
        Size size = new Size((int) Math.round(Texture.SIDE / ratio), 0);
        RenderRequest request = new RenderRequest(size, Fit.CONTAIN, wanted.format, wanted.quality, WHITE);

        assertThat(LumaLikeness.of(decoded(jpeg.getValue(), request), whole))
                .as("%s shrunk %s times as %s", jpeg.getKey(), ratio, wanted.format)
                .isGreaterThan(wanted.likeness);
    }
}
