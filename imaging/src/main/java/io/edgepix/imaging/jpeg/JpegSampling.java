package io.edgepix.imaging.jpeg;

import java.io.IOException;

/**
 * The largest sampling factors of a JPEG. An MCU contains {@code across} by {@code down} blocks of the components with
 * these factors.
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

    /** Returns the largest factors of an unchecked header. */
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

    /** Returns the number of MCUs in a row. */
    int unitsAcross() {
        return Math.ceilDiv(header.width(), JpegBlock.SIDE * across);
    }

    /** Returns the number of rows of MCUs. */
    int unitsDown() {
        return Math.ceilDiv(header.height(), JpegBlock.SIDE * down);
    }

    /** Returns the width of a component's sample, in pixels of the original. */
    double stretchAcross(int component) {
        return (double) across / header.across(component);
    }

    /** Returns the height of a component's sample, in pixels of the original. */
    double stretchDown(int component) {
        return (double) down / header.down(component);
    }
}
