package io.edgepix.comparison.picture;

import java.util.Arrays;

/**
 * A decoded picture: rows of interleaved 8-bit samples in sRGB.
 *
 * @param channels 3, or 4 with straight alpha as the last one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Pixels(int width, int height, int channels, byte[] samples) {
    private static final int OPAQUE = 255;

    /** Checks that the number of samples fits the dimensions. */
    public Pixels {
        if (channels != 3 && channels != 4) {
            throw new IllegalArgumentException("expected 3 or 4 channels, got " + channels);
        }
        if (samples.length != Math.multiplyExact(Math.multiplyExact(width, height), channels)) {
            throw new IllegalArgumentException(
                    "expected the samples of " + width + "x" + height + ", got " + samples.length);
        }
    }

    /** Returns one channel, 0 to 3. Colours are multiplied by alpha, so that invisible ones do not count. */
    public byte[] plane(int channel) {
        byte[] plane = new byte[width * height];
        if (channel >= channels) {
            Arrays.fill(plane, (byte) OPAQUE);
            return plane;
        }
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) seen(i * channels, channel);
        }
        return plane;
    }

    private int seen(int at, int channel) {
        int sample = samples[at + channel] & 0xFF;
        if (channels == 3 || channel == 3) {
            return sample;
        }
        return Math.round(sample * (samples[at + 3] & 0xFF) / (float) OPAQUE);
    }
}
