package io.edgepix.packaging;

import io.edgepix.derivation.snapshot.PaintedPicture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes a picture in every format of originals. */
final class TrainingPictures {
    static final List<String> NAMES = List.of(
            "baseline.jpg",
            "progressive.jpg",
            "cmyk.jpg",
            "grey.jpg",
            "alpha.png",
            "palette.png",
            "picture.gif",
            "animated.gif",
            "picture.webp",
            "picture.tiff",
            "picture.bmp",
            "picture.psd",
            "picture.ico",
            "drawing.svg");

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><circle cx="400" cy="300" r="200"/></svg>
            """;

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;

    private TrainingPictures() {}

    /** Writes the pictures into a folder, in addition to a file that is not a picture and one that is truncated. */
    static void write(Path folder) throws IOException {
        BufferedImage colours = paint(BufferedImage.TYPE_INT_RGB);
        byte[] jpeg = PaintedPicture.encode(colours, "jpeg", false);
        put(folder, "baseline.jpg", jpeg);
        put(folder, "progressive.jpg", PaintedPicture.encode(colours, "jpeg", true));
        put(folder, "cmyk.jpg", cmyk(colours));
        put(folder, "grey.jpg", PaintedPicture.encode(paint(BufferedImage.TYPE_BYTE_GRAY), "jpeg", false));
        put(folder, "alpha.png", PaintedPicture.encode(paint(BufferedImage.TYPE_INT_ARGB), "png", false));
        BufferedImage palette = paint(BufferedImage.TYPE_BYTE_INDEXED);
        put(folder, "palette.png", PaintedPicture.encode(palette, "png", false));
        put(folder, "picture.gif", PaintedPicture.encode(palette, "gif", false));
        put(folder, "animated.gif", animated(palette));
        put(folder, "picture.webp", PaintedPicture.encode(colours, "webp", false));
        put(folder, "picture.tiff", PaintedPicture.encode(colours, "tiff", false));
        put(folder, "picture.bmp", PaintedPicture.encode(colours, "bmp", false));
        put(folder, "picture.psd", psd(colours));
        put(folder, "drawing.svg", DRAWING.getBytes(StandardCharsets.US_ASCII));
        put(folder, "picture.ico", ico(PaintedPicture.encode(paint(BufferedImage.TYPE_INT_ARGB), "png", false)));
        put(folder, "poem.txt", "Roses are red.\n".getBytes(StandardCharsets.US_ASCII));
        put(folder, "broken.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    }

    private static void put(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static BufferedImage paint(int type) {
        return PaintedPicture.of(type, WIDTH, HEIGHT);
    }

    /** Writes four bands without an Adobe marker, which are read as CMYK. */
    private static byte[] cmyk(BufferedImage picture) throws IOException {
        int[] rgb = picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        byte[] cmyk = new byte[rgb.length * 4];
        for (int i = 0; i < rgb.length; i++) {
            cmyk[4 * i] = (byte) (255 - (rgb[i] >> 16 & 255));
            cmyk[4 * i + 1] = (byte) (255 - (rgb[i] >> 8 & 255));
            cmyk[4 * i + 2] = (byte) (255 - (rgb[i] & 255));
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(cmyk, cmyk.length), WIDTH, HEIGHT, WIDTH * 4, 4, new int[] {0, 1, 2, 3}, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        return PaintedPicture.write(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
    }

    /** Writes the same frame twice, then an empty one. */
    private static byte[] animated(BufferedImage picture) throws IOException {
        BufferedImage blank = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : List.of(picture, picture, blank)) {
                writer.writeToSequence(new IIOImage(frame, null, null), writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a PSD as in Adobe's "Photoshop File Formats Specification": no resources, no layers, three planes without
     * compression.
     */
    private static byte[] psd(BufferedImage picture) throws IOException {
        int[] rgb = picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("8BPS");
        out.writeShort(1);
        out.write(new byte[6]);
        out.writeShort(3);
        out.writeInt(HEIGHT);
        out.writeInt(WIDTH);
        out.writeShort(8);
        out.writeShort(3);
        out.write(new byte[12]);
        out.writeShort(0);
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int pixel : rgb) {
                out.write(pixel >> shift);
            }
        }
        return bytes.toByteArray();
    }

    /** Writes an ICO with one entry, a PNG. */
    private static byte[] ico(byte[] png) {
        ByteBuffer ico = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 32);
        return ico.putInt(png.length).putInt(22).put(png).array();
    }
}
