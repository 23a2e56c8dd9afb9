package io.edgepix.imaging.colour;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Converts colours that an ICC profile describes. The conversion uses 16 bits, so that dark tones show no steps.
 *
 * <p>The intent is perceptual with black point compensation: the darkest tone that a press can print becomes black. The
 * JDK requests this from Little CMS only if the original's profile is not a printer profile. Little CMS applies it only
 * if the screen's profile has version 4. The headers of both profiles are therefore changed.
 */
public final class IccColour implements Colour {
    private static final float DEPTH = 257;
    private static final int VERSION = 8;
    private static final int CLASS = 12;
    private static final int INTENT = 64;
    private static final ICC_Profile SRGB_PROFILE = screen();

    private final int colours;
    private final ColorConvertOp conversion;

    private IccColour(byte[] profile, int colours) {
        byte[] changed = Arrays.copyOf(profile, IccHeader.length(profile));
        System.arraycopy(new byte[] {'s', 'p', 'a', 'c'}, 0, changed, CLASS, 4);
        Arrays.fill(changed, INTENT, INTENT + 4, (byte) 0);
        this.colours = colours;
        this.conversion = new ColorConvertOp(new ICC_Profile[] {ICC_Profile.getInstance(changed), SRGB_PROFILE}, null);
        toSrgb(new float[colours], 1, new byte[3]);
    }

    private static ICC_Profile screen() {
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        srgb[VERSION] = 4;
        return ICC_Profile.getInstance(srgb);
    }

    /**
     * Returns the conversion for a profile. If the profile is null, broken or for a different number of colours,
     * returns the conversion of samples without a profile.
     */
    public static Colour of(byte @Nullable [] profile, int colours) {
        if (profile == null
                || !IccHeader.describes(profile, colours)
                || (colours == 3 && SrgbProfile.matches(profile))) {
            return DefaultColour.of(colours);
        }
        try {
            return new IccColour(profile, colours);
        } catch (RuntimeException e) {
            return DefaultColour.of(colours); // the JDK throws many types of exceptions for broken profiles
        }
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        short[] from = new short[pixels * colours];
        for (int i = 0; i < from.length; i++) {
            from[i] = (short) (row[i] * DEPTH + 0.5f);
        }
        short[] to = new short[pixels * 3];
        conversion.filter(raster(from, pixels, colours), raster(to, pixels, 3));
        for (int i = 0; i < to.length; i++) {
            srgb[i] = (byte) ((to[i] & 0xFFFF) / DEPTH + 0.5f);
        }
    }

    private static WritableRaster raster(short[] samples, int pixels, int bands) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        DataBuffer buffer = new DataBufferUShort(samples, samples.length);
        return Raster.createInterleavedRaster(buffer, pixels, 1, pixels * bands, bands, offsets, null);
    }
}
