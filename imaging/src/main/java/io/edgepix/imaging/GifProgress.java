package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.BitSet;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;

/** Notes the rows that a GIF's data yields: the JDK leaves the ones that are missing blank, and says nothing. */
final class GifProgress implements IIOReadUpdateListener, IIOReadWarningListener {
    private final BitSet rows = new BitSet();
    private boolean damaged;

    /** The rows that came, of which there must be one. */
    BitSet rows() throws IOException {
        if (damaged || rows.isEmpty()) {
            throw new IOException("Damaged after " + rows.cardinality() + " rows");
        }
        return rows;
    }

    @Override
    public void imageUpdate(
            ImageReader source, BufferedImage image, int x, int y, int width, int height, int dx, int dy, int[] bands) {
        rows.set(y);
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        damaged |= warning.contains("Out-of-sequence");
    }

    @Override
    public void passStarted(
            ImageReader source,
            BufferedImage image,
            int pass,
            int first,
            int last,
            int x,
            int y,
            int dx,
            int dy,
            int[] bands) {}

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {}

    @Override
    public void thumbnailPassStarted(
            ImageReader source,
            BufferedImage image,
            int pass,
            int first,
            int last,
            int x,
            int y,
            int dx,
            int dy,
            int[] bands) {}

    @Override
    public void thumbnailUpdate(
            ImageReader source,
            BufferedImage image,
            int x,
            int y,
            int width,
            int height,
            int dx,
            int dy,
            int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage image) {}
}
