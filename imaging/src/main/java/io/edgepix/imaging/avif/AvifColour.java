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
 * What an AVIF says of its colours: an ICC profile before code points in a property (nclx) before those in the AV1
 * bitstream, as browsers take them.
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

    /** Whether its samples are greys, and no profile wants three of them. */
    boolean isGrey() {
        return sequence != null && sequence.grey() && (profile == null || IccHeader.describes(profile, 1));
    }

    /** Whether its samples are greys that use only television's range of values. */
    boolean isLimitedGrey() {
        if (sequence == null || !sequence.grey()) {
            return false;
        }
        return (nclx != null && nclx.length > FULL_RANGE_AT) ? nclx[FULL_RANGE_AT] >= 0 : !sequence.fullRange();
    }

    Colour of(int colours) {
        if (profile != null) {
            return IccColour.of(profile, colours);
        }
        CodePoints points = points();
        // Browsers show the curves of television cameras by sRGB's in AVIF.
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
