package io.edgepix.imaging.formats;

import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;

/** An original of one kind, and either the picture of 80x40 that it shows, or the words of its refusal. */
public final class Sample {
    public static final int WIDTH = 80;
    public static final int HEIGHT = 40;

    static final BufferedImage CORNERS = Paint.corners(WIDTH, HEIGHT);
    static final BufferedImage GREYS = quarters(0xFF202020, 0xFF808080, 0xFFC0C0C0, 0xFFF0F0F0);
    static final BufferedImage BLACK_AND_WHITE = quarters(Paint.BLACK, Paint.WHITE, Paint.WHITE, Paint.BLACK);
    /** The corners, with a transparent one in place of the white one. */
    static final BufferedImage KEYED = quarters(Paint.RED, Paint.GREEN, Paint.BLUE, 0);
    /** The corners, with an alpha of 128 in the right half. */
    static final BufferedImage VEILED = quarters(Paint.RED, 0x8000FF00, Paint.BLUE, 0x80FFFFFF);
    /** The greys, with an alpha of 128 in the right half. */
    static final BufferedImage VEILED_GREYS = quarters(0xFF202020, 0x80808080, 0xFFC0C0C0, 0x80F0F0F0);
    /** Cyan, magenta, yellow and no ink on coated paper, as other software shows FOGRA39. */
    static final BufferedImage CMYK = quarters(0xFF0099E3, 0xFFEA0080, 0xFFFFF000, Paint.WHITE);

    private static final double LOSSLESS = 2.5;

    private final String name;
    private final byte[] bytes;
    private final BufferedImage picture;
    private final double tolerance;
    private final String refusal;
    private final String part;

    private Sample(String name, byte[] bytes, BufferedImage picture, double tolerance, String refusal, String part) {
        this.name = name;
        this.bytes = bytes;
        this.picture = picture;
        this.tolerance = tolerance;
        this.refusal = refusal;
        this.part = part;
    }

    /** Returns a sample that shows the corners, without loss. */
    static Sample of(String name, byte[] bytes) {
        return new Sample(name, bytes, CORNERS, LOSSLESS, "", "");
    }

    Sample shows(BufferedImage other) {
        return new Sample(name, bytes, other, tolerance, refusal, part);
    }

    /**
     * Returns the sample with a tolerance for its own loss: the mean difference of a channel before it is encoded
     * again.
     */
    Sample near(double difference) {
        return new Sample(name, bytes, picture, difference, refusal, part);
    }

    /** Returns the sample as one that both renderers refuse, with a sentence that contains these words. */
    Sample refusedAs(String words) {
        return new Sample(name, bytes, picture, tolerance, words, part);
    }

    /** Returns the sample as one with several parts. Only the first is shown, unless it stays animated. */
    Sample firstOf(String parts) {
        return new Sample(name, bytes, picture, tolerance, refusal, "first of its " + parts);
    }

    /** Returns the name of its row in docs/formats.md. */
    public String name() {
        return name;
    }

    /** Returns the original. */
    public byte[] bytes() {
        return bytes;
    }

    BufferedImage picture() {
        return picture;
    }

    double tolerance() {
        return tolerance;
    }

    /** Returns the words of the refusal; empty if at least one renderer renders it. */
    public String refusal() {
        return refusal;
    }

    /** Returns which part of the sample is shown; empty if it has only one. */
    public String part() {
        return part;
    }

    @Override
    public String toString() {
        return name;
    }

    private static BufferedImage quarters(int topLeft, int topRight, int bottomLeft, int bottomRight) {
        return Paint.transparent(WIDTH, HEIGHT, (x, y) -> {
            boolean left = x < WIDTH / 2;
            return y < HEIGHT / 2 ? (left ? topLeft : topRight) : left ? bottomLeft : bottomRight;
        });
    }
}
