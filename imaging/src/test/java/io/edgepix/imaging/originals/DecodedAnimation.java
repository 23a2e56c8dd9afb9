package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.gif.GifDecoder;
import io.edgepix.imaging.webp.WebpDecoder;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An animation, decoded by a simple reader for GIF and WebP.
 *
 * @param frames the whole picture of each frame
 * @param plays the number of plays; 0 for an endless loop
 */
public record DecodedAnimation(List<BufferedImage> frames, List<Integer> millis, int plays) {
    /** A canvas on which patches are drawn one by one. */
    static final class Canvas {
        /** How a patch is disposed of after its time. */
        enum Disposal {
            STAYS,
            CLEARED,
            UNDONE
        }

        private final List<BufferedImage> frames = new ArrayList<>();
        private final List<Integer> millis = new ArrayList<>();
        private final BufferedImage canvas;

        Canvas(int width, int height) {
            canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        void draw(BufferedImage patch, int left, int top, boolean blended, int shown, Disposal disposal) {
            BufferedImage before = copy();
            paint(patch, left, top, blended ? AlphaComposite.SrcOver : AlphaComposite.Src);
            frames.add(copy());
            millis.add(shown);
            if (disposal == Disposal.UNDONE) {
                paint(before, 0, 0, AlphaComposite.Src);
            } else if (disposal == Disposal.CLEARED) {
                BufferedImage hole =
                        new BufferedImage(patch.getWidth(), patch.getHeight(), BufferedImage.TYPE_INT_ARGB);
                paint(hole, left, top, AlphaComposite.Src);
            }
        }

        private void paint(BufferedImage patch, int left, int top, AlphaComposite how) {
            Graphics2D graphics = canvas.createGraphics();
            graphics.setComposite(how);
            graphics.drawImage(patch, left, top, null);
            graphics.dispose();
        }

        private BufferedImage copy() {
            BufferedImage copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
            canvas.copyData(copy.getRaster());
            return copy;
        }

        DecodedAnimation animation(int plays) {
            return new DecodedAnimation(frames, millis, plays);
        }
    }

    public static DecodedAnimation in(byte[] bytes) throws IOException {
        return Bytes.has(bytes, 0, "GIF8") ? AnimatedGifReader.read(bytes) : AnimatedWebpFile.read(bytes);
    }

    /** Tells whether a file is a GIF or a WebP of several frames, according to edgepix's own readers. */
    public static boolean isAnimated(byte[] bytes) throws IOException {
        GifDecoder gif = new GifDecoder();
        WebpDecoder webp = new WebpDecoder();
        return (gif.recognises(bytes) && gif.open(bytes).animation().isPresent())
                || (webp.recognises(bytes) && webp.open(bytes).animation().isPresent());
    }

    /** Returns the mean difference of alpha, and of colours on a grey background, in a frame. */
    public double differenceFrom(DecodedAnimation other, int frame) {
        BufferedImage ours = frames.get(frame);
        BufferedImage theirs = other.frames.get(frame);
        double sum = 0;
        for (int y = 0; y < ours.getHeight(); y++) {
            for (int x = 0; x < ours.getWidth(); x++) {
                for (int shift = 24; shift >= 0; shift -= 8) {
                    sum += Math.abs(decoded(ours.getRGB(x, y), shift) - decoded(theirs.getRGB(x, y), shift));
                }
            }
        }
        return sum / (4.0 * ours.getWidth() * ours.getHeight());
    }

    private static double decoded(int pixel, int shift) {
        int alpha = pixel >>> 24;
        return shift == 24 ? alpha : ((pixel >> shift & 0xFF) * alpha + 128 * (255 - alpha)) / 255.0;
    }
}
