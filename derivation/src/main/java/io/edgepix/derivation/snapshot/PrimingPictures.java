package io.edgepix.derivation.snapshot;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small originals of the formats that are read, which are rendered before a snapshot. */
public final class PrimingPictures {
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
    public static Map<String, byte[]> all(Renderer renderer) throws IOException, UnrenderableException {
        BufferedImage opaque = PaintedPicture.of(BufferedImage.TYPE_INT_RGB, WIDTH, HEIGHT);
        byte[] png = PaintedPicture.encode(opaque, "png", false);
        Map<String, byte[]> originals = new LinkedHashMap<>();
        originals.put("baseline.jpg", PaintedPicture.encode(opaque, "jpeg", false));
        originals.put("progressive.jpg", PaintedPicture.encode(opaque, "jpeg", true));
        originals.put("opaque.png", png);
        originals.put(
                "alpha.png",
                PaintedPicture.encode(PaintedPicture.of(BufferedImage.TYPE_INT_ARGB, WIDTH, HEIGHT), "png", false));
        originals.put(
                "picture.gif",
                PaintedPicture.encode(PaintedPicture.of(BufferedImage.TYPE_BYTE_INDEXED, WIDTH, HEIGHT), "gif", false));
        originals.put("picture.tiff", PaintedPicture.encode(opaque, "tiff", false));
        originals.put("picture.bmp", PaintedPicture.encode(opaque, "bmp", false));
        originals.put("drawing.svg", DRAWING.getBytes(StandardCharsets.US_ASCII));
        for (Format format : new Format[] {Format.WEBP, Format.AVIF}) {
            if (renderer.writes().contains(format)) {
                RenderRequest same = new RenderRequest(new Size(WIDTH, 0), Fit.CONTAIN, format, 50, 0xFFFFFF);
                originals.put("picture." + format.token(), renderer.render(png, same));
            }
        }
        return originals;
    }
}
