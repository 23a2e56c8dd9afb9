package io.edgepix.bench.edge;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A photograph enlarged to 24 megapixels and written as a progressive JPEG, so that rendering takes a while. */
final class LargeJpeg {
    private static final int WIDTH = 6_000;
    private static final int HEIGHT = 4_000;

    private LargeJpeg() {}

    static void write(Path photograph, Path file) throws IOException {
        BufferedImage big = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = big.createGraphics();
        graphics.drawImage(ImageIO.read(photograph.toFile()), 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(big, null, null), progressive);
        } finally {
            writer.dispose();
        }
    }
}
