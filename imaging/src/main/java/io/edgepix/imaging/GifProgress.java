package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;

/** Counts the rows that a GIF's data yields: the JDK leaves the ones that are missing blank, and says nothing. */
final class GifProgress implements IIOReadUpdateListener, IIOReadWarningListener {
    private int rows;
    private boolean damaged;

    void check(int height) throws IOException {
        if (damaged || rows < height) {
            throw new IOException(rows + " good rows of " + height);
        }
    }

    @Override
    public void imageUpdate(
            ImageReader source, BufferedImage image, int x, int y, int width, int height, int dx, int dy, int[] bands) {
        rows++;
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
