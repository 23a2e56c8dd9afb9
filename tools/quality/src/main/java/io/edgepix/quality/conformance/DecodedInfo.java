package io.edgepix.quality.conformance;

import java.util.List;

/**
 * The properties of a decoded derivative, without its frames.
 *
 * @param width the width of each frame, in pixels
 * @param height the height of each frame, in pixels
 * @param frames 1 for a still picture
 * @param delays the delays of the frames in milliseconds; empty for a still picture
 * @param loops the number of loops; 0 for endless
 */
record DecodedInfo(int width, int height, int frames, List<Integer> delays, int loops) {
    private static final int LEAST = 1;

    /** Returns the milliseconds for which a frame is shown, at least 1. */
    private int delay(int frame) {
        return frame < delays.size() ? Math.max(LEAST, delays.get(frame)) : LEAST;
    }

    /** Returns the milliseconds of all frames together. */
    int duration() {
        int sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            sum += delay(frame);
        }
        return sum;
    }

    /** Returns the frame that is shown at a time in milliseconds; the last one after the end. */
    int at(double millis) {
        double end = 0;
        for (int frame = 0; frame < frames; frame++) {
            end += delay(frame);
            if (millis < end) {
                return frame;
            }
        }
        return frames - 1;
    }

    /** Returns the milliseconds at the middle of a frame's time. */
    double middle(int frame) {
        double start = 0;
        for (int i = 0; i < frame; i++) {
            start += delay(i);
        }
        return start + delay(frame) / 2.0;
    }
}
