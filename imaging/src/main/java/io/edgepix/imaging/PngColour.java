package io.edgepix.imaging;

import org.jspecify.annotations.Nullable;

/**
 * What a PNG says of its colours: cICP before iCCP before sRGB before gAMA and cHRM, as browsers take them.
 *
 * <p>Of cICP the curves for displays are read; those of HDR, PQ and HLG, would need tones mapped, and give way
 * to what the other chunks say.
 */
final class PngColour {
    private static final double SRGB_GAMMA = 0.45455;
    /** Beyond libpng's own measure of a gamma that makes a difference. */
    private static final double NOTABLE = 0.05;

    private static final int LINEAR = 8;
    private static final int SRGB_CURVE = 13;

    private PngColour() {}

    static Colour of(Chunks chunks, int colours) {
        Colour coded = coded(chunks.body("cICP"), colours);
        if (coded != null) {
            return coded;
        }
        byte[] profile = PngProfile.inflate(chunks.body("iCCP"));
        if (profile != null || chunks.first("sRGB") != null) {
            return IccColour.of(profile, colours);
        }
        return measured(chunks.body("gAMA"), chunks.body("cHRM"), colours);
    }

    private static @Nullable Colour coded(byte @Nullable [] chunk, int colours) {
        if (chunk == null || chunk.length < 4 || chunk[2] != 0) {
            return null;
        }
        Primaries primaries = switch (chunk[0]) {
            case 1 -> Primaries.SRGB;
            case 9 -> Primaries.BT2020;
            case 12 -> Primaries.DISPLAY_P3;
            default -> null;
        };
        if (primaries == null || (chunk[1] != SRGB_CURVE && chunk[1] != LINEAR)) {
            return null;
        }
        return colour(chunk[1] == LINEAR ? 1 : SRGB_GAMMA, primaries, colours);
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

    /** Nothing to do where both are sRGB's, or near enough. */
    private static Colour colour(double gamma, Primaries primaries, int colours) {
        boolean srgbCurve = Math.abs(gamma / SRGB_GAMMA - 1) <= NOTABLE;
        if (srgbCurve && (colours == 1 || primaries.areSrgb())) {
            return Colour.plain(colours);
        }
        LightColour.Curve curve = srgbCurve ? SrgbCurve::decode : stored -> Math.pow(stored, 1 / gamma);
        LightColour colour = new LightColour(curve, primaries, colours);
        return colour.isUsable() ? colour : Colour.plain(colours);
    }
}
