package io.edgepix.cli;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;

/**
 * The command {@code check-native}, which the build calls. It renders small pictures with every decoder and encoder of
 * the native renderer, and checks the sizes and colours of the results.
 */
@Command(name = "check-native", hidden = true, description = "Checks that the native renderer works.")
final class CheckNative implements Runnable {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final int LARGEST_DIFFERENCE = 24;

    @Override
    public void run() {
        Renderer renderer = NativeRenderer.find(new Limits(1_000_000, 1_000_000))
                .orElseThrow(
                        () -> new CommandException("native renderer: expected its libraries to load, got an error"));
        for (Map.Entry<String, byte[]> original : originals(renderer).entrySet()) {
            for (Format format : renderer.writes()) {
                String what = "native renderer, " + original.getKey() + " to " + format.token();
                check(what, pixels(renderer, derive(renderer, original.getValue(), WIDTH / 3, HEIGHT / 2, format)));
            }
        }
    }

    /** Returns one picture in each format that native code reads. It is red on the left and blue on the right. */
    private static Map<String, byte[]> originals(Renderer renderer) {
        Map<String, byte[]> originals = new LinkedHashMap<>();
        originals.put("JPEG", image("jpg", BufferedImage.TYPE_INT_RGB));
        byte[] png = image("png", BufferedImage.TYPE_INT_ARGB);
        originals.put("PNG", png);
        originals.put("WebP", derive(renderer, png, WIDTH, HEIGHT, Format.WEBP));
        originals.put("AVIF", derive(renderer, png, WIDTH, HEIGHT, Format.AVIF));
        originals.put("SVG", """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d">
                <rect width="100%%" height="100%%" fill="red"/><rect x="50%%" width="50%%" height="100%%" fill="blue"/></svg>
                """.formatted(WIDTH, HEIGHT).getBytes(StandardCharsets.UTF_8));
        return originals;
    }

    private static byte[] image(String format, int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] derive(Renderer renderer, byte[] original, int width, int height, Format format) {
        RenderRequest request =
                new RenderRequest(new Size(width, height), Fit.FILL, Focus.CENTRE, format, 90, 0xffffff);
        try {
            return renderer.renderAll(original, List.of(request), _ -> {}).getFirst();
        } catch (UnrenderableException e) {
            throw new CommandException("native renderer, to " + format.token() + ": " + e.sentence());
        }
    }

    private static BufferedImage pixels(Renderer renderer, byte[] derivative) {
        byte[] png = derive(renderer, derivative, WIDTH / 3, HEIGHT / 2, Format.PNG);
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String what, BufferedImage image) {
        if (image.getWidth() != WIDTH / 3 || image.getHeight() != HEIGHT / 2) {
            throw new CommandException("%s: expected %dx%d pixels, got %dx%d"
                    .formatted(what, WIDTH / 3, HEIGHT / 2, image.getWidth(), image.getHeight()));
        }
        for (int y = 0; y < image.getHeight(); y++) {
            check(what, Color.RED, new Color(image.getRGB(4, y)));
            check(what, Color.BLUE, new Color(image.getRGB(image.getWidth() - 5, y)));
        }
    }

    private static void check(String what, Color expected, Color got) {
        int difference = Math.max(
                Math.abs(expected.getRed() - got.getRed()),
                Math.max(Math.abs(expected.getGreen() - got.getGreen()), Math.abs(expected.getBlue() - got.getBlue())));
        if (difference > LARGEST_DIFFERENCE) {
            throw new CommandException(
                    "%s: expected the colour #%06x, got #%06x".formatted(what, rgb(expected), rgb(got)));
        }
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xffffff;
    }
}
