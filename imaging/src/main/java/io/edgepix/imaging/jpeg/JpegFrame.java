package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.sample.Plane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The components of a JPEG and how they interleave: an MCU holds {@code across} by {@code down} blocks of each. */
final class JpegFrame {
    /** The samples of a block across and down. */
    static final int BLOCK = 8;

    private static final int MOST = 4;
    /** The coefficients take at most one part in this number of the heap. */
    private static final int HEAP_SHARE = 4;
    /** The fewest samples that are decoded for each sample of the derivative. With fewer, textures turn into moire. */
    private static final double SPARE = 3;

    private final JpegHeader header;
    private final int across;
    private final int down;
    private final JpegComponent[] components;

    private JpegFrame(JpegHeader header) throws IOException {
        this.header = header;
        int most = 0;
        int deepest = 0;
        for (int i = 0; i < header.components(); i++) {
            check(header.across(i));
            check(header.down(i));
            most = Math.max(most, header.across(i));
            deepest = Math.max(deepest, header.down(i));
        }
        this.across = most;
        this.down = deepest;
        this.components = new JpegComponent[header.components()];
        for (int i = 0; i < components.length; i++) {
            if (across % header.across(i) != 0 || down % header.down(i) != 0) {
                throw new IOException("Expected sampling factors that divide the largest one");
            }
        }
    }

    private static void check(int factor) throws IOException {
        if (factor < 1 || factor > MOST) {
            throw new IOException("Expected a sampling factor of 1 to " + MOST + ", got " + factor);
        }
    }

    /**
     * Returns a frame whose components are decoded as finely as the derivative needs.
     *
     * @param kept the coefficients of each block that are kept until the last scan: 0, 1 or 64
     * @throws IOException if sampling factors are invalid, or the heap is too small for the coefficients
     */
    static JpegFrame of(JpegHeader header, Detail detail, int kept) throws IOException {
        JpegFrame frame = new JpegFrame(header);
        frame.checkRoom(kept);
        for (int i = 0; i < frame.components.length; i++) {
            double shrink = header.isChroma(i) ? detail.chroma() : detail.shrink();
            double own = shrink / Math.min(frame.stretchAcross(i), frame.stretchDown(i));
            frame.components[i] = new JpegComponent(frame, i, side(own), kept);
        }
        return frame;
    }

    /**
     * Throws if the heap is too small for the coefficients. Only progressive JPEGs need much more memory than their
     * samples.
     */
    private void checkRoom(int kept) throws IOException {
        long blocks = 0;
        for (int i = 0; i < components.length; i++) {
            blocks += (long) unitsAcross() * header.across(i) * unitsDown() * header.down(i);
        }
        if (blocks * kept * Short.BYTES > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            throw new IOException("Too little heap for " + kept + " coefficients of " + blocks + " blocks");
        }
    }

    private static int side(double shrink) {
        int side = BLOCK;
        while (side > 1 && shrink * side >= SPARE * BLOCK * 2) {
            side /= 2;
        }
        return side;
    }

    /** Returns a plane for each component. */
    List<Plane> planes() {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            double scale = (double) BLOCK / components[i].side();
            planes.add(new Plane(new JpegRows(components[i]), scale * stretchAcross(i), scale * stretchDown(i)));
        }
        return planes;
    }

    private double stretchAcross(int component) {
        return (double) across / header.across(component);
    }

    private double stretchDown(int component) {
        return (double) down / header.down(component);
    }

    JpegHeader header() {
        return header;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }

    int unitsAcross() {
        return Math.ceilDiv(header.width(), BLOCK * across);
    }

    int unitsDown() {
        return Math.ceilDiv(header.height(), BLOCK * down);
    }

    JpegComponent[] components() {
        return components;
    }

    /** Returns the component of a name. */
    JpegComponent component(int name) throws IOException {
        for (int i = 0; i < components.length; i++) {
            if (header.name(i) == name) {
                return components[i];
            }
        }
        throw new IOException("Expected a scan of a component of the frame, got " + name);
    }
}
