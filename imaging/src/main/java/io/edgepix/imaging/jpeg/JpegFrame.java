package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.sample.Plane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The components of a JPEG that is being decoded. */
final class JpegFrame {
    /** The coefficients may take at most the heap divided by this number. */
    private static final int HEAP_SHARE = 4;

    private final JpegHeader header;
    private final JpegSampling sampling;
    private final JpegComponent[] components;

    private JpegFrame(JpegHeader header) throws IOException {
        this.header = header;
        this.sampling = JpegSampling.of(header);
        this.components = new JpegComponent[header.components()];
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
            double own = shrink / Math.min(frame.sampling.stretchAcross(i), frame.sampling.stretchDown(i));
            frame.components[i] = new JpegComponent(frame.sampling, i, side(own), kept);
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
            blocks += (long) sampling.unitsAcross() * header.across(i) * sampling.unitsDown() * header.down(i);
        }
        if (blocks * kept * Short.BYTES > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            throw new IOException("Too little heap for " + kept + " coefficients of " + blocks + " blocks");
        }
    }

    private static int side(double shrink) {
        int side = JpegBlock.SIDE;
        while (side > 1 && shrink * side >= Detail.SAMPLES_A_PIXEL * JpegBlock.SIDE * 2) {
            side /= 2;
        }
        return side;
    }

    /** Returns a plane for each component. */
    List<Plane> planes() {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            double scale = (double) JpegBlock.SIDE / components[i].side();
            planes.add(new Plane(
                    new JpegRows(components[i]), scale * sampling.stretchAcross(i), scale * sampling.stretchDown(i)));
        }
        return planes;
    }

    JpegSampling sampling() {
        return sampling;
    }

    JpegComponent[] components() {
        return components;
    }

    /** Returns the component with the given name. */
    JpegComponent component(int name) throws IOException {
        for (int i = 0; i < components.length; i++) {
            if (header.name(i) == name) {
                return components[i];
            }
        }
        throw new IOException("Expected a scan of a component of the frame, got component " + name);
    }
}
