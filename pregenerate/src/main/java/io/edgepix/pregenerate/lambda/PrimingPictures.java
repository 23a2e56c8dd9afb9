package io.edgepix.pregenerate.lambda;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small originals of the formats that are read, which are rendered before a snapshot. */
final class PrimingPictures {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><circle cx="160" cy="120" r="90"/></svg>
            """;

    private PrimingPictures() {}

    /**
     * Returns the originals by their names.
     *
     * @param renderer encodes those that the JDK cannot encode
     */
    static Map<String, byte[]> all(Renderer renderer) throws IOException, UnrenderableException {
        BufferedImage opaque = paint(BufferedImage.TYPE_INT_RGB);
        byte[] png = encode(opaque, "png", false);
        Map<String, byte[]> originals = new LinkedHashMap<>();
        originals.put("baseline.jpg", encode(opaque, "jpeg", false));
        originals.put("progressive.jpg", encode(opaque, "jpeg", true));
        originals.put("opaque.png", png);
        originals.put("alpha.png", encode(paint(BufferedImage.TYPE_INT_ARGB), "png", false));
        originals.put("picture.gif", encode(paint(BufferedImage.TYPE_BYTE_INDEXED), "gif", false));
        originals.put("picture.tiff", encode(opaque, "tiff", false));
        originals.put("picture.bmp", encode(opaque, "bmp", false));
        originals.put("drawing.svg", DRAWING.getBytes(StandardCharsets.US_ASCII));
        for (Format format : new Format[] {Format.WEBP, Format.AVIF}) {
            if (renderer.writes().contains(format)) {
                RenderRequest same = new RenderRequest(new Size(WIDTH, 0), Fit.CONTAIN, format, 50, 0xFFFFFF);
                originals.put("picture." + format.token(), renderer.render(png, same));
            }
        }
        return originals;
    }

    private static BufferedImage paint(int type) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, new Color(20, 60, 160)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(200, 30, 60, 128));
        graphics.fillOval(WIDTH / 4, HEIGHT / 4, WIDTH / 2, HEIGHT / 2);
        graphics.dispose();
        return picture;
    }

    private static byte[] encode(BufferedImage picture, String format, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
