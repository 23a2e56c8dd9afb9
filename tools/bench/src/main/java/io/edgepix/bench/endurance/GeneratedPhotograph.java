package io.edgepix.bench.endurance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that encoders take for photographs: smooth areas with noise. */
final class GeneratedPhotograph {
    /** Above the largest preset. */
    static final int WIDTH = 1600;

    static final int HEIGHT = 1067;
    private static final int NOISE = 1 << 16;
    /** The largest deviation of a pixel from its neighbours. */
    private static final int GRAIN = 8;

    private GeneratedPhotograph() {}

    /** Returns a JPEG of the usual size. Each seed is a different picture. */
    static byte[] jpeg(long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(WIDTH, HEIGHT, seed, GRAIN), "jpeg", out);
        return Objects.requireNonNull(out.toByteArray());
    }

    /** Writes a large picture in a format of {@link ImageIO}. PNG and TIFF get no noise, so that their files are small. */
    static void write(Path file, String format, int width, int height) throws IOException {
        BufferedImage picture = picture(width, height, 1, format.equals("jpeg") ? GRAIN : 0);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (format.equals("tiff")) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("LZW");
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** Writes JPEGs of the usual size into a folder, named 0000.jpg and so on. Some lie in subfolders. */
    static void fill(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(key(i));
            Files.createDirectories(file.getParent());
            Files.write(file, jpeg(i));
        }
    }

    /** Returns the key of a picture of {@link #fill}. */
    static String key(int number) {
        return (number % 3 == 0 ? "" : "album " + number % 3 + "/") + String.format(Locale.ROOT, "%04d.jpg", number);
    }

    private static BufferedImage picture(int width, int height, long seed, int grainSize) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(seed);
        byte[] noise = new byte[NOISE];
        random.nextBytes(noise);
        int red = random.nextInt(256);
        int green = random.nextInt(256);
        double wave = (1 + random.nextDouble()) * 8 / width;
        for (int y = 0; y < height; y++) {
            int shift = random.nextInt(NOISE);
            int light = (int) (40 * Math.sin(y * wave));
            for (int x = 0, i = y * width * 3; x < width; x++, i += 3) {
                int grain = (noise[(x + shift) & (NOISE - 1)] * grainSize) >> 7;
                pixels[i] = clamp((x * 255 / width) + light + grain);
                pixels[i + 1] = clamp(green + light - grain + (y * 60 / height));
                pixels[i + 2] = clamp(red + light + grain - (x * 60 / width));
            }
        }
        return image;
    }

    private static byte clamp(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
