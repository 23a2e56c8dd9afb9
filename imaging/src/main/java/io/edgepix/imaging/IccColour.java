package io.edgepix.imaging;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Colours that an ICC profile describes; converted with 16 bits, so that no step shows in dark tones. */
final class IccColour implements Colour {
    private static final float DEPTH = 257;
    private static final ICC_Profile SRGB_PROFILE = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private final int colours;
    private final ColorConvertOp conversion;

    private IccColour(ICC_Profile profile) {
        colours = profile.getNumComponents();
        conversion = new ColorConvertOp(new ICC_Profile[] {profile, SRGB_PROFILE}, null);
        float[] probe = new float[colours];
        toSrgb(probe, 1, new byte[3]);
    }

    /** What the profile says; where it is absent, broken or for other samples, what they mean without one. */
    static Colour of(byte @Nullable [] profile, int colours) {
        if (profile == null || (colours == 3 && SrgbProfile.matches(profile))) {
            return Colour.plain(colours);
        }
        try {
            return of(ColorProfiles.createProfile(profile), colours);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Colour.plain(colours);
        }
    }

    static Colour of(ICC_Profile profile, int colours) {
        if (profile.getNumComponents() != colours || ColorProfiles.isCS_sRGB(profile)) {
            return Colour.plain(colours);
        }
        try {
            return new IccColour(profile);
        } catch (CMMException | IllegalArgumentException e) {
            return Colour.plain(colours);
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
