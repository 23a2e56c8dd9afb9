package io.edgepix.imaging.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A small picture in 8-bit sRGB, rows of red, green, blue and, where it has one, straight alpha. */
public final class Picture {
    private final int width;
    private final int height;
    private final boolean alpha;
    private final byte[] samples;

    public Picture(int width, int height, boolean alpha) {
        this(width, height, alpha, new byte[Math.multiplyExact(Math.multiplyExact(width, height), alpha ? 4 : 3)]);
    }

    /** Of samples that are there already, and are not copied. */
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

    public int bands() {
        return alpha ? 4 : 3;
    }

    public byte[] samples() {
        return samples;
    }

    /** Returns a pixel as 0xAARRGGBB, counted row by row; 0 if it is transparent. */
    public int argb(int pixel) {
        int at = pixel * bands();
        int opacity = alpha ? samples[at + 3] & 0xFF : 0xFF;
        return opacity == 0
                ? 0
                : opacity << 24 | (samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | (samples[at + 2] & 0xFF);
    }

    /** The same with an opaque alpha channel, or itself where it has one. */
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

    /** The same samples, not copied, as ImageIO's writers take them. */
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
