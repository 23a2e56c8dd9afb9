package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the start of a file tells the size of a picture. */
class StartOfFileTest {
    private static final int START = 1 << 16;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    /** Limits that the picture exceeds. */
    private static final Limits TOO_LOW = new Limits(1000, 1000);

    private static final Limits LIMITS = new Limits(1 << 24, 1 << 24);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif"})
    void dimensionsOfStart_ofAPictureOverTheLimits_areThoseOfTheHeader(String format) throws IOException {
        assertThat(start(noise(format), TOO_LOW)).isEqualTo(new Dimensions(WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "AVIF"})
    void dimensionsOfStart_ofAModernFormat_areThoseOfTheHeader(Format format)
            throws IOException, UnrenderableException {
        RenderRequest same = new RenderRequest(new Size(WIDTH, 0), Fit.CONTAIN, format, 100, 0);
        byte[] file = NativeRenderer.find(LIMITS).orElseThrow().render(noise("png"), same);

        assertThat(start(file, TOO_LOW)).isEqualTo(new Dimensions(WIDTH, HEIGHT));
    }

    @Test
    void dimensionsOfStart_ofOtherFiles_areEmpty() throws IOException {
        byte[] jpeg = noise("jpeg");

        assertThat(renderer(LIMITS).dimensionsOfStart(Arrays.copyOf(jpeg, 100))).isEmpty();
        assertThat(renderer(LIMITS).dimensionsOfStart(new byte[0])).isEmpty();
        assertThat(renderer(LIMITS).dimensionsOfStart(bytes("a text"))).isEmpty();
        assertThat(renderer(LIMITS)
                        .dimensionsOfStart(bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90000 90000'><path/></svg>")))
                .isEmpty();
    }

    private static Dimensions start(byte[] file, Limits limits) {
        assertThat(file).hasSizeGreaterThan(START);
        return renderer(limits).dimensionsOfStart(Arrays.copyOf(file, START)).orElseThrow();
    }

    private static Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] noise(String format) throws IOException {
        BufferedImage picture = new BufferedImage(
                WIDTH, HEIGHT, format.equals("gif") ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }
}
