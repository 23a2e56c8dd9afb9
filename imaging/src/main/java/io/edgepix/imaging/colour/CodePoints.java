package io.edgepix.imaging.colour;

import java.util.Optional;

/**
 * A colour space, given by code points of ITU-T H.273.
 *
 * @param primaries a value of table 2
 * @param curve a value of table 3
 */
public record CodePoints(int primaries, int curve) {
    public static final CodePoints SRGB = new CodePoints(1, TransferCurve.SRGB);

    /** The peak luminance in cd/m2 of an HDR picture that does not state one. */
    static final double DEFAULT_PEAK = 1000;

    /** Tells whether both code points are defined and supported. */
    public boolean areKnown() {
        return Primaries.of(primaries).isPresent() && TransferCurve.of(curve).isPresent();
    }

    /**
     * Returns the conversion to sRGB. An unsupported code point is replaced by that of sRGB.
     *
     * @param colours 1 for greys, 3 for red, green and blue
     * @param peak the peak luminance of HDR in cd/m2
     */
    public Colour colour(int colours, double peak) {
        Primaries mixed = Primaries.of(primaries).orElse(Primaries.SRGB);
        Optional<MatrixColour.Curve> known = TransferCurve.of(curve);
        if (known.isEmpty() || curve == TransferCurve.SRGB) {
            boolean plain = colours == 1 || mixed.areSrgb();
            return plain ? DefaultColour.of(colours) : new MatrixColour(SrgbCurve::decode, mixed, colours);
        }
        MatrixColour.Curve read = known.get();
        boolean hlg = curve == TransferCurve.HLG;
        return hlg || curve == TransferCurve.PQ
                ? new HdrColour(read, hlg, mixed, peak, colours)
                : new MatrixColour(read, mixed, colours);
    }
}
