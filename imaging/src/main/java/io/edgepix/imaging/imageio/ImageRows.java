package io.edgepix.imaging.imageio;

import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
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

/** Finds the quickest way to read what ImageIO decoded. */
public final class ImageRows {
    private ImageRows() {}

    /** With the colour space that the reader found. */
    public static Samples of(BufferedImage image) {
        Rows rows = rows(image, Short.SIZE);
        return new Samples(rows, colour(image, rows));
    }

    /** With a profile that is known from elsewhere, or none. */
    public static Samples of(BufferedImage image, byte @Nullable [] profile) {
        return of(image, profile, Short.SIZE);
    }

    /**
     * With a profile that is known from elsewhere, or none.
     *
     * @param bits that samples have, if an image of 16 bits holds them as they are stored
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
            return new ByteRows(raster, model.hasAlpha(), model.isAlphaPremultiplied());
        }
        if (known && type == DataBuffer.TYPE_USHORT && ShortRows.fits(raster)) {
            return new ShortRows(raster, bits, model.hasAlpha(), model.isAlphaPremultiplied());
        }
        return new ModelRows(image);
    }

    /** Whether its samples mean what a profile, or {@link Colour#plain}, says they mean. */
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
            return Colour.plain(rows.colours());
        }
        ICC_Profile profile = space.getProfile();
        // The JDK calls every grey without a profile linear, which none is.
        return profile.equals(ICC_Profile.getInstance(ColorSpace.CS_GRAY))
                ? Colour.GREY
                : IccColour.of(profile.getData(), rows.colours());
    }
}
