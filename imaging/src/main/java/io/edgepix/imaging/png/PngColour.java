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
import java.util.Optional;

/**
 * Reads the colour space of a PNG. As in browsers, cICP has priority over iCCP, iCCP over sRGB, and sRGB over gAMA and
 * cHRM. A cICP chunk is ignored if the specification forbids its values, or if its primaries or its curve are not
 * supported.
 */
public final class PngColour {
    private static final double SRGB_GAMMA = 0.45455;
    /** The relative difference of gamma that matters. It is slightly larger than libpng's own threshold. */
    private static final double NOTABLE = 0.05;

    private PngColour() {}

    /**
     * Returns the colour space of the samples.
     *
     * @param colours the number of colours per pixel: 1 for grey, 3 for RGB
     */
    public static Colour of(Chunks chunks, int colours) {
        Optional<Colour> coded = coded(chunks, colours);
        if (coded.isPresent()) {
            return coded.get();
        }
        Optional<byte[]> profile = chunks.body("iCCP").flatMap(PngProfile::inflate);
        if (profile.isPresent() || chunks.has("sRGB")) {
            return IccColour.of(profile.orElse(null), colours);
        }
        Primaries primaries = chunks.body("cHRM")
                .filter(chromaticities -> chromaticities.length >= 32)
                .map(PngColour::primaries)
                .orElse(Primaries.SRGB);
        double exponent = chunks.body("gAMA")
                .filter(gamma -> gamma.length >= 4)
                .map(gamma -> Bytes.big32(gamma, 0) / 100_000.0)
                .orElse(0.0);
        return colour(exponent > 0 ? exponent : SRGB_GAMMA, primaries, colours);
    }

    /**
     * Returns the colour space of cICP; empty if there is none, or it is not supported. The specification allows only
     * matrix 0. Samples of limited range are not supported.
     */
    private static Optional<Colour> coded(Chunks chunks, int colours) {
        return chunks.body("cICP")
                .filter(chunk -> chunk.length == 4 && chunk[2] == 0 && chunk[3] == 1)
                .map(chunk -> new CodePoints(chunk[0], chunk[1]))
                .filter(CodePoints::areKnown)
                .map(points -> points.colour(colours, peak(chunks)));
    }

    private static double peak(Chunks chunks) {
        return HdrPeak.ofPng(
                chunks.body("cLLI").orElse(null), chunks.body("mDCV").orElse(null));
    }

    private static Primaries primaries(byte[] chromaticities) {
        double[] xy = new double[8];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = Bytes.big32(chromaticities, i * 4) / 100_000.0;
        }
        return new Primaries(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
    }

    /** Returns a colour space. It converts nothing if the curve and the primaries are nearly those of sRGB. */
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
