package io.edgepix.imaging.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A small picture in 8-bit sRGB. Its rows are stored from top to bottom. Each pixel is red, green, blue and,
 * optionally, straight alpha.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final boolean alpha;
    private final byte[] samples;

    /** Creates a black picture, or a transparent one if it has alpha. */
    public Picture(int width, int height, boolean alpha) {
        this(width, height, alpha, new byte[Math.multiplyExact(Math.multiplyExact(width, height), alpha ? 4 : 3)]);
    }

    /** Creates a picture of the given samples. The array is not copied. */
    public Picture(int width, int height, boolean alpha, byte[] samples) {
        this.width = width;
        this.height = height;
        this.alpha = alpha;
        this.samples = samples;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean alpha() {
        return alpha;
    }

    /** Returns the number of samples per pixel: 4 with alpha, else 3. */
    public int bands() {
        return alpha ? 4 : 3;
    }

    /** Returns the samples. The array is not copied. */
    public byte[] samples() {
        return samples;
    }

    /**
     * Returns a pixel as 0xAARRGGBB; 0 if it is transparent.
     *
     * @param pixel the index of the pixel, counted row by row
     */
    public int argb(int pixel) {
        int at = pixel * bands();
        int opacity = alpha ? samples[at + 3] & 0xFF : 0xFF;
        return opacity == 0
                ? 0
                : opacity << 24 | (samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | (samples[at + 2] & 0xFF);
    }

    /** Tells whether each pixel is grey or fully transparent. */
    public boolean isGrey() {
        for (int i = 0; i < samples.length; i += bands()) {
            boolean shown = !alpha || samples[i + 3] != 0;
            if (shown && (samples[i] != samples[i + 1] || samples[i] != samples[i + 2])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first sample of each pixel. */
    public byte[] firstBand() {
        byte[] band = new byte[width * height];
        for (int i = 0; i < band.length; i++) {
            band[i] = samples[i * bands()];
        }
        return band;
    }

    /** Returns this picture with an opaque alpha channel added, or this picture itself if it already has alpha. */
    public Picture withAlpha() {
        if (alpha) {
            return this;
        }
        Picture opaque = new Picture(width, height, true);
        for (int from = 0, to = 0; from < samples.length; from += 3, to += 4) {
            System.arraycopy(samples, from, opaque.samples, to, 3);
            opaque.samples[to + 3] = (byte) 0xFF;
        }
        return opaque;
    }

    /** Returns an image for ImageIO's writers. The image shares the samples. */
    public BufferedImage asImage() {
        int[] offsets = alpha ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), width, height, width * bands(), bands(), offsets, null);
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? ComponentColorModel.TRANSLUCENT : ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
