package io.edgepix.imaging.colour;

/**
 * Colours by the code points of ITU-T H.273.
 *
 * @param primaries of its table 2
 * @param curve of its table 3
 */
public record CodePoints(int primaries, int curve) {
    public static final CodePoints SRGB = new CodePoints(1, TransferCurve.SRGB);

    /** In cd/m2: what a picture of HDR that states no peak is taken for. */
    static final double DEFAULT_PEAK = 1000;

    /** Whether both mean something that is read. */
    public boolean areKnown() {
        return Primaries.of(primaries) != null && TransferCurve.of(curve) != null;
    }

    /**
     * Where one of both is not known, it is taken for sRGB's.
     *
     * @param peak of HDR, in cd/m2
     */
    public Colour colour(int colours, double peak) {
        Primaries known = Primaries.of(primaries);
        Primaries mixed = known == null ? Primaries.SRGB : known;
        LightColour.Curve read = TransferCurve.of(curve);
        if (read == null || curve == TransferCurve.SRGB) {
            boolean plain = colours == 1 || mixed.areSrgb();
            return plain ? Colour.plain(colours) : new LightColour(SrgbCurve::decode, mixed, colours);
        }
        boolean hlg = curve == TransferCurve.HLG;
        return hlg || curve == TransferCurve.PQ
                ? new HdrColour(read, hlg, mixed, peak, colours)
                : new LightColour(read, mixed, colours);
    }
}
