package io.edgepix.imaging.originals;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.edgepix.imaging.imageio.Jdk;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes originals, as the bytes of files. */
public final class Originals {
    private Originals() {}

    public static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("Expected a writer of " + format + ", got none");
        }
        return out.toByteArray();
    }

    public static byte[] png(BufferedImage image) throws IOException {
        return write(image, "png");
    }

    public static byte[] jpeg(BufferedImage image) throws IOException {
        return jpeg(new IIOImage(image, null, null), false);
    }

    public static byte[] progressiveJpeg(BufferedImage image) throws IOException {
        return jpeg(new IIOImage(image, null, null), true);
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = Jdk.writer("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.98f);
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return write(writer, param, image);
    }

    /** Returns a JPEG whose pixels all have the given four samples, without a marker of the colour space. */
    public static byte[] fourSampleJpeg(int width, int height, int... samples) throws IOException {
        return fourSampleJpeg(width, height, (x, y) -> samples);
    }

    public static byte[] fourSampleJpeg(int width, int height, PngMaker.Samples samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, samples.at(x, y));
            }
        }
        return jpeg(new IIOImage(raster, null, null), false);
    }

    public static byte[] webp(BufferedImage image) throws IOException {
        return webp(image, true);
    }

    public static byte[] webp(BufferedImage image, boolean lossless) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionType(lossless ? CompressionType.Lossless : CompressionType.Lossy);
        param.setExact(true);
        return write(writer, param, new IIOImage(image, null, null));
    }

    /** Returns a TIFF with square tiles of the given side, or with strips if the side is 0. */
    public static byte[] tiff(BufferedImage image, String compression, int tile) throws IOException {
        ImageWriter writer = Jdk.writer("tiff");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        if (tile > 0) {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(tile, tile, 0, 0);
        }
        return write(writer, param, new IIOImage(image, null, null));
    }

    static byte[] write(ImageWriter writer, ImageWriteParam param, IIOImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Returns a PSD of three channels, uncompressed and without layers. */
    public static byte[] psd(BufferedImage image) {
        int pixels = image.getWidth() * image.getHeight();
        ByteBuffer psd = ByteBuffer.allocate(26 + 12 + 2 + pixels * 3);
        psd.put("8BPS".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).put(new byte[6]);
        psd.putShort((short) 3).putInt(image.getHeight()).putInt(image.getWidth());
        psd.putShort((short) 8).putShort((short) 3).put(new byte[12]).putShort((short) 0);
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < pixels; i++) {
                psd.put((byte) (image.getRGB(i % image.getWidth(), i / image.getWidth()) >> shift));
            }
        }
        return psd.array();
    }

    /** Returns a picture in every format and kind that ImageIO or simple code writes, by kind. */
    public static Map<String, byte[]> everyFormat(BufferedImage image) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("baseline JPEG", jpeg(image));
        all.put("progressive JPEG", progressiveJpeg(image));
        all.put("PNG", png(image));
        all.put("palette PNG", png(drawn(image, BufferedImage.TYPE_BYTE_INDEXED)));
        all.put("GIF", write(drawn(image, BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        all.put("WebP", webp(image));
        all.put("TIFF", write(image, "tiff"));
        all.put("BMP", write(image, "bmp"));
        all.put("PSD", psd(image));
        return all;
    }

    public static BufferedImage drawn(BufferedImage image, int type) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }
}
