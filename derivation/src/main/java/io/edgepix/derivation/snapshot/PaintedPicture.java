package io.edgepix.derivation.snapshot;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture with many colours and levels of transparency, painted by Java. */
public final class PaintedPicture {
    private PaintedPicture() {}

    /**
     * Paints a picture.
     *
     * @param type a type of {@link BufferedImage}
     */
    public static BufferedImage of(int type, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, new Color(20, 60, 160)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(200, 30, 60, 128));
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    /** Encodes a picture by ImageIO. */
    public static byte[] encode(BufferedImage picture, String format, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return write(writer, new IIOImage(picture, null, null), param);
    }

    /** Encodes a picture by a writer, which is closed afterwards. */
    public static byte[] write(ImageWriter writer, IIOImage picture, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, picture, param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
