package io.edgepix.bench.jmh;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures how the portable renderer renders a small original as a JPEG of 200x150. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PortableRendererBenchmark {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int NOISE = 16;
    private static final int WHITE = 0xFFFFFF;

    private final Renderer renderer = new PortableRenderer(new Limits(
            ConfigReader.defaults().limits().maxBytes(),
            ConfigReader.defaults().limits().maxPixels()));
    private final List<RenderRequest> requests =
            List.of(new RenderRequest(new Size(200, 200), Fit.CONTAIN, Format.JPEG, 80, WHITE));

    /** Format of the original. */
    @Param({"png", "jpg"})
    public String original = "";

    private byte[] bytes = {};

    /** Creates the original. */
    @Setup
    public void prepare() {
        bytes = picture(original);
    }

    /** Renders the original. */
    @Benchmark
    public List<byte[]> render() throws UnrenderableException {
        return renderer.renderAll(bytes, requests);
    }

    /** Draws a gradient with some noise, the same each time. A JPEG is baseline. */
    static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int red = x * (255 - NOISE) / WIDTH + random.nextInt(NOISE);
                int green = y * (255 - NOISE) / HEIGHT + random.nextInt(NOISE);
                image.setRGB(x, y, red << 16 | green << 8 | 128);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("cannot write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
