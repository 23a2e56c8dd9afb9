package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.originals.DecodedAnimation.Canvas;
import io.edgepix.imaging.originals.DecodedAnimation.Canvas.Disposal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads animated GIFs with the JDK, which returns patches and states how they are drawn. */
final class AnimatedGifReader {
    private AnimatedGifReader() {}

    static DecodedAnimation read(byte[] gif) throws IOException {
        ImageReader reader = Jdk.reader("gif");
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            Canvas canvas = new Canvas(Bytes.little16(gif, 6), Bytes.little16(gif, 8));
            int plays = 1;
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Node root = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                draw(canvas, reader.read(i), root);
                plays = i == 0 ? plays(root) : plays;
            }
            return canvas.animation(plays);
        } finally {
            reader.dispose();
        }
    }

    private static void draw(Canvas canvas, BufferedImage patch, Node root) {
        Node place = child(root, "ImageDescriptor");
        Node control = child(root, "GraphicControlExtension");
        Disposal disposal = switch (text(control, "disposalMethod")) {
            case "restoreToBackgroundColor" -> Disposal.CLEARED;
            case "restoreToPrevious" -> Disposal.UNDONE;
            default -> Disposal.STAYS;
        };
        int left = Integer.parseInt(text(place, "imageLeftPosition"));
        int top = Integer.parseInt(text(place, "imageTopPosition"));
        canvas.draw(patch, left, top, true, Integer.parseInt(text(control, "delayTime")) * 10, disposal);
    }

    private static int plays(Node root) {
        for (Node each = root.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each.getNodeName().equals("ApplicationExtensions")) {
                byte[] body = (byte[]) ((IIOMetadataNode) each.getFirstChild()).getUserObject();
                int again = Bytes.little16(body, 1);
                return again == 0 ? 0 : again + 1;
            }
        }
        return 1;
    }

    private static Node child(Node root, String name) {
        NodeList all = root.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getNodeName().equals(name)) {
                return all.item(i);
            }
        }
        throw new AssertionError("no " + name);
    }

    private static String text(Node node, String attribute) {
        return node.getAttributes().getNamedItem(attribute).getNodeValue();
    }
}
