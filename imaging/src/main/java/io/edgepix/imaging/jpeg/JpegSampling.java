package io.edgepix.imaging.jpeg;

import java.io.IOException;

/**
 * The largest sampling factors of a JPEG: an MCU spans {@code across} by {@code down} blocks of the components that
 * have them.
 */
record JpegSampling(JpegHeader header, int across, int down) {
    private static final int MOST = 4;

    /** Throws if a sampling factor is out of range, or does not divide the largest one. */
    static JpegSampling of(JpegHeader header) throws IOException {
        for (int i = 0; i < header.components(); i++) {
            check(header.across(i));
            check(header.down(i));
        }
        JpegSampling sampling = largest(header);
        for (int i = 0; i < header.components(); i++) {
            if (sampling.across % header.across(i) != 0 || sampling.down % header.down(i) != 0) {
                throw new IOException("Expected sampling factors that divide the largest one");
            }
        }
        return sampling;
    }

    /** Returns the largest factors of a header that is not checked. */
    static JpegSampling largest(JpegHeader header) {
        int across = 0;
        int down = 0;
        for (int i = 0; i < header.components(); i++) {
            across = Math.max(across, header.across(i));
            down = Math.max(down, header.down(i));
        }
        return new JpegSampling(header, across, down);
    }

    private static void check(int factor) throws IOException {
        if (factor < 1 || factor > MOST) {
            throw new IOException("Expected a sampling factor of 1 to " + MOST + ", got " + factor);
        }
    }

    /** Returns the MCUs of a row. */
    int unitsAcross() {
        return Math.ceilDiv(header.width(), JpegBlock.SIDE * across);
    }

    /** Returns the rows of MCUs. */
    int unitsDown() {
        return Math.ceilDiv(header.height(), JpegBlock.SIDE * down);
    }

    /** Returns the pixels of the original for each sample of a component, across. */
    double stretchAcross(int component) {
        return (double) across / header.across(component);
    }

    /** Returns the pixels of the original for each sample of a component, down. */
    double stretchDown(int component) {
        return (double) down / header.down(component);
    }
}
