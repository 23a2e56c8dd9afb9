package io.edgepix.imaging.model;

/** How stored rows are turned to stand upright: EXIF's eight values, as three yes-or-no moves. */
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

    /** Of EXIF's tag 274; what is not 1 to 8 counts as upright. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    public boolean swapsSides() {
        return swapsSides;
    }

    /** Whether stored columns run from the other end, before sides are swapped. */
    public boolean flipsX() {
        return flipsX;
    }

    /** Whether stored rows run from the other end, before sides are swapped. */
    public boolean flipsY() {
        return flipsY;
    }

    /** The stored column of an upright pixel. */
    public int sourceX(int x, int y, int storedWidth) {
        int along = swapsSides ? y : x;
        return flipsX ? storedWidth - 1 - along : along;
    }

    /** The stored row of an upright pixel. */
    public int sourceY(int x, int y, int storedHeight) {
        int along = swapsSides ? x : y;
        return flipsY ? storedHeight - 1 - along : along;
    }
}
