package io.edgepix.imaging.model;

/** The transformation that makes stored rows upright: the eight values of EXIF, as three optional steps. */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    ON_ITS_LEFT_SIDE(true, false, true),
    TRANSVERSED(true, true, true),
    ON_ITS_RIGHT_SIDE(true, true, false);

    private final boolean swapsSides;
    private final boolean flipsX;
    private final boolean flipsY;

    Orientation(boolean swapsSides, boolean flipsX, boolean flipsY) {
        this.swapsSides = swapsSides;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** Returns the orientation of EXIF's tag 274. Any value other than 1 to 8 is upright. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /** Tells whether width and height are swapped: stored rows become upright columns. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /** Tells whether stored columns run from right to left, before width and height are swapped. */
    public boolean flipsX() {
        return flipsX;
    }

    /** Tells whether stored rows run from bottom to top, before width and height are swapped. */
    public boolean flipsY() {
        return flipsY;
    }

    /** Returns the stored column of an upright pixel. */
    public int sourceX(int x, int y, int storedWidth) {
        int along = swapsSides ? y : x;
        return flipsX ? storedWidth - 1 - along : along;
    }

    /** Returns the stored row of an upright pixel. */
    public int sourceY(int x, int y, int storedHeight) {
        int along = swapsSides ? x : y;
        return flipsY ? storedHeight - 1 - along : along;
    }
}
