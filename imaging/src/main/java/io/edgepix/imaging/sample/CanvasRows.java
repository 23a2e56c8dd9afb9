package io.edgepix.imaging.sample;

import java.util.Arrays;

/** The rows of a transparent canvas with a frame of an animation on it. Pixels outside the canvas are cropped. */
public final class CanvasRows implements Rows {
    private final RowShape shape;
    private final Rows frame;
    private final int left;
    private final int top;
    private final float[] drawn;

    CanvasRows(Rows frame, int width, int height, int left, int top) {
        this.shape = new RowShape(width, height, frame.colours(), true);
        this.frame = frame;
        this.left = left;
        this.top = top;
        this.drawn = new float[frame.width() * frame.bands()];
    }

    /**
     * Returns the rows of the canvas, or those of the frame if it covers the canvas.
     *
     * @param left the frame's offset from the left edge, in pixels
     * @param top the frame's offset from the top edge, in pixels
     */
    public static Rows of(Rows frame, int width, int height, int left, int top) {
        boolean covers = left == 0 && top == 0 && frame.width() == width && frame.height() == height;
        return covers ? frame : new CanvasRows(frame, width, height, left, top);
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int bands = bands();
        Arrays.fill(row, 0, width() * bands, 0);
        if (y < top || y >= top + frame.height()) {
            return;
        }
        frame.read(y - top, drawn);
        int shown = Math.min(frame.width(), width() - left);
        for (int x = 0; x < shown; x++) {
            int to = (left + x) * bands;
            System.arraycopy(drawn, x * frame.bands(), row, to, frame.bands());
            if (!frame.alpha()) {
                row[to + bands - 1] = 255;
            }
        }
    }
}
