package io.edgepix.imaging.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.originals.Paint;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A derivative, decoded by the JDK. */
public final class DecodedImage {
    private final BufferedImage image;

    private DecodedImage(BufferedImage image) {
        this.image = image;
    }

    public static DecodedImage in(byte[] derivative) throws IOException {
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(derivative)));
        if (image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return new DecodedImage(asStored(image));
        }
        return new DecodedImage(image);
    }

    /** Returns a grey picture with its stored values. Unlike other decoders, the JDK treats greys as linear light. */
    private static BufferedImage asStored(BufferedImage grey) {
        Raster raster = grey.getRaster();
        return grey.getColorModel().hasAlpha()
                ? Paint.transparent(grey.getWidth(), grey.getHeight(), (x, y) -> {
                    return raster.getSample(x, y, 1) << 24 | raster.getSample(x, y, 0) * 0x10101;
                })
                : Paint.opaque(grey.getWidth(), grey.getHeight(), (x, y) -> {
                    return 0xFF000000 | raster.getSample(x, y, 0) * 0x10101;
                });
    }

    public BufferedImage image() {
        return image;
    }

    /** Returns all pixels as 0xAARRGGBB, row by row. */
    public int[] pixels() {
        return image.getRGB(0, 0, width(), height(), null, 0, width());
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    public boolean hasAlpha() {
        return image.getColorModel().hasAlpha();
    }

    public int alpha(int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    public int band(int x, int y, int shift) {
        return image.getRGB(x, y) >> shift & 0xFF;
    }

    public DecodedImage hasSize(int width, int height) {
        assertThat(width() + "x" + height()).isEqualTo(width + "x" + height);
        return this;
    }

    /** Checks that each channel of a pixel differs from the given colour by at most the tolerance. */
    public DecodedImage shows(int x, int y, int colour, int tolerance) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            assertThat(band(x, y, shift))
                    .as("%x at %d,%d for %x", image.getRGB(x, y), x, y, colour)
                    .isBetween((colour >> shift & 0xFF) - tolerance, (colour >> shift & 0xFF) + tolerance);
        }
        return this;
    }

    /** Checks that the colours of {@link Paint#corners} are in their corners. */
    public void showsCorners(int tolerance) {
        int x = width() / 4;
        int y = height() / 4;
        shows(x, y, Paint.RED, tolerance);
        shows(width() - 1 - x, y, Paint.GREEN, tolerance);
        shows(x, height() - 1 - y, Paint.BLUE, tolerance);
        shows(width() - 1 - x, height() - 1 - y, Paint.WHITE, tolerance);
    }

    /** Returns the peak signal-to-noise ratio to a picture of the same size, in decibels. */
    public double likenessTo(DecodedImage other) {
        hasSize(other.width(), other.height());
        double squares = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    squares += Math.pow(band(x, y, shift) - other.band(x, y, shift), 2);
                }
            }
        }
        return 10 * Math.log10(255 * 255 * 3.0 * width() * height() / squares);
    }

    /** Returns the mean difference of a channel from a picture of the same size. */
    public double differenceFrom(BufferedImage other) {
        hasSize(other.getWidth(), other.getHeight());
        long sum = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    sum += Math.abs(band(x, y, shift) - (other.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * width() * height());
    }
}
