package io.edgepix.imaging.model;

/**
 * The time that encoders may take for smaller files.
 *
 * @param mozjpeg whether JPEG is encoded by mozjpeg: smaller at equal quality, in several times the time. Renderers
 *     without native code ignore it
 * @param avif the effort of the AVIF encoder, 0 for the fastest encoding to 9 for the smallest file
 */
public record Effort(boolean mozjpeg, int avif) {
    /** The largest effort of the AVIF encoder. */
    public static final int MAX_AVIF = 9;
    /** The effort that suits a viewer who waits. */
    public static final Effort DEFAULT = new Effort(false, 3);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Effort {
        if (avif < 0 || avif > MAX_AVIF) {
            throw new IllegalArgumentException("Expected an AVIF effort of 0 to " + MAX_AVIF + ", got " + avif);
        }
    }
}
