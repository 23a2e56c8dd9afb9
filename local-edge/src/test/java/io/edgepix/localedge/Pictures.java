package io.edgepix.localedge;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws pictures. */
final class Pictures {
    private Pictures() {}

    /** Returns a smooth opaque picture. */
    static byte[] jpeg(int width, int height) {
        return write(gradient(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** Returns a smooth picture with transparency. */
    static byte[] transparentPng(int width, int height) {
        return write(gradient(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** Returns noise, which no encoder compresses well. */
    static byte[] noisePng(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return write(image, "png");
    }

    /** Returns a picture of one colour, whose length does not depend on the colour. */
    static byte[] solidBmp(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return write(image, "bmp");
    }

    static BufferedImage read(byte[] picture) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)), "no picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage gradient(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        Color end = type == BufferedImage.TYPE_INT_ARGB ? new Color(0, 200, 90, 0) : new Color(0, 200, 90);
        graphics.setPaint(new GradientPaint(0, 0, new Color(220, 30, 60), width, height, end));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("expected a writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
