package io.edgepix.imaging.colour;

import io.edgepix.imaging.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The peak luminance of an HDR picture in cd/m2. It is the maximum content light level (CTA-861.3), or else the maximum
 * of the mastering display (SMPTE ST 2086), or else {@link CodePoints#DEFAULT_PEAK}.
 */
public final class HdrPeak {
    /** The unit in which luminance is stored, in cd/m2. */
    private static final double STEP = 0.0001;

    private static final int DISPLAY_LENGTH = 24;
    private static final int DISPLAY_PEAK = 16;

    private HdrPeak() {}

    /** Returns the peak luminance in cd/m2 from the bodies of AVIF's boxes clli and mdcv. Either may be null. */
    public static double ofAvif(byte @Nullable [] content, byte @Nullable [] display) {
        double peak = content == null || content.length < 4 ? 0 : Bytes.big16(content, 0);
        return peak > 0 ? peak : ofDisplay(display);
    }

    /** Returns the peak luminance in cd/m2 from the bodies of PNG's chunks cLLI and mDCV. Either may be null. */
    public static double ofPng(byte @Nullable [] content, byte @Nullable [] display) {
        double peak = content == null || content.length < 8 ? 0 : luminance(content, 0);
        return peak > 0 ? peak : ofDisplay(display);
    }

    private static double ofDisplay(byte @Nullable [] display) {
        double peak = display == null || display.length < DISPLAY_LENGTH ? 0 : luminance(display, DISPLAY_PEAK);
        return peak > 0 ? peak : CodePoints.DEFAULT_PEAK;
    }

    private static double luminance(byte[] bytes, int at) {
        return STEP * (Bytes.big32(bytes, at) & 0xFFFF_FFFFL);
    }
}
