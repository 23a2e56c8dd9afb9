package io.edgepix.imaging.png;

/** Estimates from the header how long a PNG takes to decode. */
public final class PngCost {
    /** Decoding time of a row in nanoseconds, in addition to that of its pixels. */
    private static final long NANOS_A_ROW = 1_300;

    private static final int NANOS_A_PIXEL = 8;
    private static final int NANOS_A_BYTE = 7;
    private static final int NANOS_AN_ALPHA = 20;
    private static final int NANOS_OF_16_BITS = 45;
    private static final int NANOS_A_SCATTERED_PIXEL = 80;
    /** The cost of unpacking a sample of less than 8 bits, in bytes that take equally long to read. */
    private static final int FEW_BITS = 4;

    private PngCost() {}

    /**
     * Returns the estimate in nanoseconds, on one core.
     *
     * @param keyed whether tRNS makes a colour transparent
     */
    public static long nanos(PngHeader header, boolean keyed) {
        long rows = PngPass.of(header).stream().mapToLong(PngPass::rows).sum();
        int bytes = header.depth() < 8 ? FEW_BITS : Math.ceilDiv(header.pixelBits(), 8);
        int nanos = NANOS_A_PIXEL
                + NANOS_A_BYTE * bytes
                + (header.hasAlpha() || keyed ? NANOS_AN_ALPHA : 0)
                + (header.depth() > 8 ? NANOS_OF_16_BITS : 0)
                + (header.interlaced() ? NANOS_A_SCATTERED_PIXEL : 0);
        return rows * NANOS_A_ROW + (long) nanos * header.width() * header.height();
    }
}
