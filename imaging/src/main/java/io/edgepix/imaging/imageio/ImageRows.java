package io.edgepix.imaging.imageio;

import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.DefaultColour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.PackedRows;
import io.edgepix.imaging.sample.PaletteRows;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.ShortRows;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** Chooses the fastest way to read the samples of an image that ImageIO decoded. */
public final class ImageRows {
    private ImageRows() {}

    /** Returns the samples, in the colour space of the image. */
    public static Samples of(BufferedImage image) {
        Rows rows = rows(image, Short.SIZE);
        return new Samples(rows, colour(image, rows));
    }

    /**
     * Returns the samples, in the colour space of the given profile. If the profile is null, the colour space is that
     * of samples without a profile.
     */
    public static Samples of(BufferedImage image, byte @Nullable [] profile) {
        return of(image, profile, Short.SIZE);
    }

    /**
     * Returns the samples, in the colour space of the given profile. If the profile is null, the colour space is that
     * of samples without a profile.
     *
     * @param bits for an image of 16 bits, the bits per sample, which are stored in the lowest bits
     */
    public static Samples of(BufferedImage image, byte @Nullable [] profile, int bits) {
        Rows rows = rows(image, bits);
        return new Samples(rows, IccColour.of(profile, rows.colours()));
    }

    private static Rows rows(BufferedImage image, int bits) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        int type = raster.getTransferType();
        if (model instanceof IndexColorModel palette) {
            return new PaletteRows(raster, palette);
        }
        if (model instanceof DirectColorModel
                && type == DataBuffer.TYPE_INT
                && model.getColorSpace().isCS_sRGB()) {
            return new PackedRows(image);
        }
        boolean known = model instanceof ComponentColorModel && isKnown(model);
        if (known && type == DataBuffer.TYPE_BYTE && raster.getSampleModel() instanceof ComponentSampleModel) {
            return new ByteRows(raster, Alpha.of(model));
        }
        if (known && type == DataBuffer.TYPE_USHORT && ShortRows.fits(raster)) {
            return new ShortRows(raster, bits, Alpha.of(model));
        }
        return new ModelRows(image);
    }

    /** Tells whether a profile or {@link DefaultColour} can convert the samples, without the colour model. */
    private static boolean isKnown(ColorModel model) {
        ColorSpace space = model.getColorSpace();
        return switch (space.getType()) {
            case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB, ColorSpace.TYPE_CMYK ->
                model.getNumComponents() == model.getNumColorComponents() + (model.hasAlpha() ? 1 : 0);
            default -> false;
        };
    }

    private static Colour colour(BufferedImage image, Rows rows) {
        boolean raw = rows instanceof ByteRows || rows instanceof ShortRows;
        if (!raw || !(image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space)) {
            return DefaultColour.of(rows.colours());
        }
        ICC_Profile profile = space.getProfile();
        // The JDK assigns linear grey to greys without a profile, although they have the curve of sRGB.
        return profile.equals(ICC_Profile.getInstance(ColorSpace.CS_GRAY))
                ? Colour.GREY
                : IccColour.of(profile.getData(), rows.colours());
    }
}
