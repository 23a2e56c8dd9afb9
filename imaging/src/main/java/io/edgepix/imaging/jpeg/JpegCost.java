package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;

/**
 * Estimates how long a JPEG takes to decode. Each scan visits all blocks of a component, even if its few bytes change
 * none of them.
 */
public final class JpegCost {
    private static final double NANOS_A_SAMPLE = 4;
    /** Nanoseconds per sample of a progressive JPEG, whose coefficients stay in memory until the last scan. */
    private static final double NANOS_A_KEPT_SAMPLE = 13;

    private static final double NANOS_A_LOSSLESS_SAMPLE = 26;
    private static final double NANOS_A_SAMPLE_AND_SCAN = 0.5;
    private static final int LENGTH = 2;
    private static final int HEIGHT = 5;
    private static final int WIDTH = 7;
    private static final int COMPONENTS = 9;
    private static final int MOST_COMPONENTS = 4;

    private final byte[] bytes;
    private double most;
    private double samples;
    private int process;
    private int scans;

    private JpegCost(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the estimate for a JPEG, in nanoseconds. Bytes after its end marker do not count. */
    static long nanos(byte[] jpeg, JpegHeader header) {
        JpegCost cost = new JpegCost(jpeg);
        cost.samples = header.samples();
        cost.process = header.process();
        cost.markers(header.scanStart(), true);
        return (long) cost.most;
    }

    /** Returns the estimate for the most expensive JPEG inside a file of a different format, in nanoseconds. */
    public static double mostNanos(byte[] file) {
        JpegCost cost = new JpegCost(file);
        cost.markers(0, false);
        return cost.most;
    }

    private void markers(int from, boolean one) {
        for (int at = next(from, one); at + 1 < bytes.length; at = next(at + 1, one)) {
            int marker = bytes[at + 1] & 0xFF;
            if (one && marker == JpegMarker.END) {
                break;
            } else if (marker == JpegMarker.SCAN) {
                scans++;
            } else if (!one && isFrame(marker, at)) {
                end();
                process = marker;
                samples = (double) Bytes.big16(bytes, at + WIDTH)
                        * Bytes.big16(bytes, at + HEIGHT)
                        * (bytes[at + COMPONENTS] & 0xFF);
            }
        }
        end();
    }

    private int next(int from, boolean one) {
        return one ? Bytes.indexOfScanMarker(bytes, from) : Bytes.indexOf255(bytes, from);
    }

    /**
     * Tells whether a frame header begins at an offset. Its length is checked, because other bytes may look like its
     * marker.
     */
    private boolean isFrame(int marker, int at) {
        if (!JpegMarker.isFrame(marker) || at + COMPONENTS >= bytes.length) {
            return false;
        }
        int components = bytes[at + COMPONENTS] & 0xFF;
        return components <= MOST_COMPONENTS && Bytes.big16(bytes, at + LENGTH) == 8 + 3 * components;
    }

    private void end() {
        double nanos = JpegMarker.isProgressive(process)
                ? NANOS_A_KEPT_SAMPLE
                : process == JpegMarker.LOSSLESS ? NANOS_A_LOSSLESS_SAMPLE : NANOS_A_SAMPLE;
        most = Math.max(most, samples * (nanos + scans * NANOS_A_SAMPLE_AND_SCAN));
        scans = 0;
    }
}
