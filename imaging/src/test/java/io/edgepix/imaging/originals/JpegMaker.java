package io.edgepix.imaging.originals;

import io.edgepix.imaging.imageio.Jdk;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;

/** Writes JPEGs with any subsampling of chroma, and with restart markers. */
public final class JpegMaker {
    private static final String NATIVE = "javax_imageio_jpeg_image_1.0";

    private JpegMaker() {}

    /**
     * Returns a JPEG with one sample of chroma for each box of {@code across} by {@code down} pixels. A restart
     * interval of 0 means none.
     */
    public static byte[] jpeg(BufferedImage image, int across, int down, int restart, boolean progressive)
            throws IOException {
        ImageWriter writer = Jdk.writer("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.98f);
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(NATIVE);
        Element luma = (Element) root.getElementsByTagName("componentSpec").item(0);
        luma.setAttribute("HsamplingFactor", "" + across);
        luma.setAttribute("VsamplingFactor", "" + down);
        if (restart > 0) {
            IIOMetadataNode interval = new IIOMetadataNode("dri");
            interval.setAttribute("interval", "" + restart);
            root.getElementsByTagName("markerSequence").item(0).appendChild(interval);
        }
        metadata.setFromTree(NATIVE, root);
        return Originals.write(writer, param, new IIOImage(image, null, metadata));
    }

    /** Returns a JPEG of samples as they are stored, without a marker of the colour space. */
    public static byte[] stored(int width, int height, int components, PngMaker.Samples samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, components, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, samples.at(x, y));
            }
        }
        ImageWriter writer = Jdk.writer("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.98f);
        return Originals.write(writer, param, new IIOImage(raster, null, null));
    }

    /**
     * Returns a JPEG that stores the image's three samples per pixel without conversion, with Adobe's marker for RGB.
     */
    public static byte[] rgb(BufferedImage image) throws IOException {
        WritableRaster raster = image.getRaster();
        ImageWriter writer = Jdk.writer("jpeg");
        ImageWriteParam param = writer.getDefaultWriteParam();
        return FileEdits.jpegWithAdobe(Originals.write(writer, param, new IIOImage(raster, null, null)), 0);
    }

    /** Returns a lossless JPEG (SOF3, with prediction) of one grey. */
    public static byte[] lossless(int width, int height, int grey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xC3, 0, 11, 8});
        out.writeBytes(new byte[] {(byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width});
        out.writeBytes(new byte[] {1, 1, 0x11, 0});
        // Huffman codes: 0 is a difference of 0, and 10 is a difference of six bits.
        out.writeBytes(new byte[] {-1, (byte) 0xC4, 0, 21, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6});
        out.writeBytes(new byte[] {-1, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 0, 0});
        BitWriter bits = new BitWriter(out);
        bits.write(0b10, 2);
        bits.write(grey - 128, 6);
        for (int i = 1; i < width * height; i++) {
            bits.write(0, 1);
        }
        bits.flush();
        out.writeBytes(new byte[] {-1, (byte) 0xD9});
        return out.toByteArray();
    }
}
