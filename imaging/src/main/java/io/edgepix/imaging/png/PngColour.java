package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.colour.CodePoints;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.DefaultColour;
import io.edgepix.imaging.colour.HdrPeak;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.MatrixColour;
import io.edgepix.imaging.colour.Primaries;
import io.edgepix.imaging.colour.SrgbCurve;
import org.jspecify.annotations.Nullable;

/**
 * Reads the colour space of a PNG: cICP before iCCP before sRGB before gAMA and cHRM, as browsers do. A cICP chunk is
 * ignored if the specification forbids its values, or if its primaries or its curve are not supported.
 */
public final class PngColour {
    private static final double SRGB_GAMMA = 0.45455;
    /** The relative difference of gamma that counts, slightly more than libpng's own threshold. */
    private static final double NOTABLE = 0.05;

    private PngColour() {}

    /**
     * Returns the colour space of the samples.
     *
     * @param colours the colours of a pixel: 1 for grey, 3 for RGB
     */
    public static Colour of(Chunks chunks, int colours) {
        Colour coded = coded(chunks, colours);
        if (coded != null) {
            return coded;
        }
        byte[] profile = PngProfile.inflate(chunks.body("iCCP"));
        if (profile != null || chunks.first("sRGB") != null) {
            return IccColour.of(profile, colours);
        }
        return measured(chunks.body("gAMA"), chunks.body("cHRM"), colours);
    }

    /**
     * Returns the colour space of cICP; null if there is none that is supported. Matrices other than 0 are not allowed,
     * and nobody reads samples of limited range.
     */
    private static @Nullable Colour coded(Chunks chunks, int colours) {
        byte[] chunk = chunks.body("cICP");
        if (chunk == null || chunk.length != 4 || chunk[2] != 0 || chunk[3] != 1) {
            return null;
        }
        CodePoints points = new CodePoints(chunk[0], chunk[1]);
        return points.areKnown()
                ? points.colour(colours, HdrPeak.ofPng(chunks.body("cLLI"), chunks.body("mDCV")))
                : null;
    }

    private static Colour measured(byte @Nullable [] gamma, byte @Nullable [] chromaticities, int colours) {
        Primaries primaries = Primaries.SRGB;
        if (chromaticities != null && chromaticities.length >= 32) {
            double[] xy = new double[8];
            for (int i = 0; i < xy.length; i++) {
                xy[i] = Bytes.big32(chromaticities, i * 4) / 100_000.0;
            }
            primaries = new Primaries(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
        }
        double exponent = gamma == null || gamma.length < 4 ? 0 : Bytes.big32(gamma, 0) / 100_000.0;
        return colour(exponent > 0 ? exponent : SRGB_GAMMA, primaries, colours);
    }

    /** Returns a colour space that converts nothing if both the curve and the primaries are sRGB's, or nearly so. */
    private static Colour colour(double gamma, Primaries primaries, int colours) {
        boolean srgbCurve = Math.abs(gamma / SRGB_GAMMA - 1) <= NOTABLE;
        if (srgbCurve && (colours == 1 || primaries.areSrgb())) {
            return DefaultColour.of(colours);
        }
        MatrixColour.Curve curve = srgbCurve ? SrgbCurve::decode : stored -> Math.pow(stored, 1 / gamma);
        MatrixColour colour = new MatrixColour(curve, primaries, colours);
        return colour.isUsable() ? colour : DefaultColour.of(colours);
    }
}
