package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.colour.CodePoints;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.HdrPeak;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.IccHeader;
import io.edgepix.imaging.colour.TransferCurve;
import org.jspecify.annotations.Nullable;

/**
 * The colours that an AVIF states. As in browsers, an ICC profile has priority over the code points of a property
 * (nclx), and those over the code points of the AV1 bitstream.
 */
final class AvifColour {
    private static final int FULL_RANGE_AT = 6;

    private final byte @Nullable [] profile;
    private final byte @Nullable [] nclx;
    private final @Nullable Av1Sequence sequence;
    private final double peak;

    AvifColour(AvifItems items) {
        byte[] unrestricted = items.colourInformation("prof");
        this.profile = unrestricted == null ? items.colourInformation("rICC") : unrestricted;
        this.nclx = items.colourInformation("nclx");
        this.sequence = items.colourSequence();
        this.peak = HdrPeak.ofAvif(items.property("clli"), items.property("mdcv"));
    }

    /** Whether the samples are greys, and the profile, if there is one, is for greys. */
    boolean isGrey() {
        return sequence != null && sequence.grey() && (profile == null || IccHeader.describes(profile, 1));
    }

    /** Whether the samples are greys that use only the limited range of television. */
    boolean isLimitedGrey() {
        if (sequence == null || !sequence.grey()) {
            return false;
        }
        return (nclx != null && nclx.length > FULL_RANGE_AT) ? nclx[FULL_RANGE_AT] >= 0 : !sequence.fullRange();
    }

    /** Returns the conversion of samples with the given number of colours, without alpha, to sRGB. */
    Colour of(int colours) {
        if (profile != null) {
            return IccColour.of(profile, colours);
        }
        CodePoints points = points();
        // For AVIF, browsers use sRGB's curve in place of those of television cameras.
        boolean video = TransferCurve.isVideo(points.curve());
        return (video ? new CodePoints(points.primaries(), TransferCurve.SRGB) : points).colour(colours, peak);
    }

    private CodePoints points() {
        if (nclx != null && nclx.length >= 4) {
            return new CodePoints(Bytes.big16(nclx, 0), Bytes.big16(nclx, 2));
        }
        return sequence == null ? CodePoints.SRGB : sequence.points();
    }
}
