package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.colour.CodePoints;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.HdrPeak;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.IccHeader;
import io.edgepix.imaging.colour.TransferCurve;
import java.util.Optional;

/**
 * The colour space that an AVIF states. As in browsers, an ICC profile has priority over the code points in a property
 * (nclx). These have priority over the code points in the AV1 bitstream.
 */
final class AvifColour {
    private static final int FULL_RANGE_AT = 6;

    private final Optional<byte[]> profile;
    private final Optional<byte[]> nclx;
    private final Optional<Av1Sequence> sequence;
    private final double peak;

    AvifColour(AvifItems items) {
        this.profile = items.colourInformation("prof").or(() -> items.colourInformation("rICC"));
        this.nclx = items.colourInformation("nclx");
        this.sequence = items.colourSequence();
        this.peak = HdrPeak.ofAvif(
                items.property("clli").orElse(null), items.property("mdcv").orElse(null));
    }

    /** Tells whether the samples are greys. False if there is a profile that is not for greys. */
    boolean isGrey() {
        return sequence.filter(Av1Sequence::grey).isPresent()
                && (profile.isEmpty() || IccHeader.describes(profile.get(), 1));
    }

    /** Tells whether the samples are greys in the limited range of television. */
    boolean isLimitedGrey() {
        Optional<Av1Sequence> grey = sequence.filter(Av1Sequence::grey);
        if (grey.isEmpty()) {
            return false;
        }
        return nclx.filter(stated -> stated.length > FULL_RANGE_AT)
                .map(stated -> stated[FULL_RANGE_AT] >= 0)
                .orElse(!grey.get().fullRange());
    }

    /** Returns the conversion of samples with the given number of colours, without alpha, to sRGB. */
    Colour of(int colours) {
        if (profile.isPresent()) {
            return IccColour.of(profile.get(), colours);
        }
        CodePoints points = points();
        // For AVIF, browsers replace the curves of television cameras with the curve of sRGB.
        boolean video = TransferCurve.isVideo(points.curve());
        return (video ? new CodePoints(points.primaries(), TransferCurve.SRGB) : points).colour(colours, peak);
    }

    private CodePoints points() {
        return nclx.filter(stated -> stated.length >= 4)
                .map(stated -> new CodePoints(Bytes.big16(stated, 0), Bytes.big16(stated, 2)))
                .or(() -> sequence.map(Av1Sequence::points))
                .orElse(CodePoints.SRGB);
    }
}
