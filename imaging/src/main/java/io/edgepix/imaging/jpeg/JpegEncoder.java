package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.Picture;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import org.w3c.dom.Element;

/**
 * Encodes baseline JPEG with optimised Huffman tables. The quality decides how chroma is subsampled. There is no mozjpeg,
 * so the effort is ignored.
 */
public final class JpegEncoder implements Encoder {
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    @Override
    public byte[] encode(Picture picture, int quality, Effort effort) throws IOException {
        ImageWriter writer = Jdk.writer("jpeg");
        JPEGImageWriteParam param = new JPEGImageWriteParam(Locale.ROOT);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        param.setOptimizeHuffmanTables(true);
        RenderedImage image = picture.asImage();
        return Encoder.write(writer, param, image, sampled(writer, param, image, Chroma.ofJpeg(quality)));
    }

    /**
     * Returns the writer's default metadata with other sampling factors of luma.
     *
     * @param shared the number of columns, and of rows, of luma for each sample of chroma
     */
    private static IIOMetadata sampled(ImageWriter writer, ImageWriteParam param, RenderedImage image, int shared)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        Element root = (Element) metadata.getAsTree(METADATA);
        Element luma = (Element) root.getElementsByTagName("componentSpec").item(0);
        luma.setAttribute("HsamplingFactor", Integer.toString(shared));
        luma.setAttribute("VsamplingFactor", Integer.toString(shared));
        metadata.setFromTree(METADATA, root);
        return metadata;
    }
}
