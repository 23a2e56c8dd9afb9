package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.MatrixColour;
import io.edgepix.imaging.colour.Primaries;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes the flattened picture of a PSD or PSB. */
public final class PsdDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 30;
    private static final int FLOATS = 32;

    @SuppressWarnings("ArrayRecordComponent") // the array is not copied, and records are not compared
    private record PsdOriginal(byte[] bytes, PsdLayout layout, boolean part) implements Original {
        @Override
        public Header header() {
            return new Header(layout.width, layout.height, Orientation.UPRIGHT);
        }

        @Override
        public long nanos() {
            return NANOS_A_PIXEL * layout.width * layout.height;
        }

        @Override
        public Samples decode(Detail detail) throws IOException {
            Rows rows = PsdRows.of(bytes, layout, part);
            return new Samples(
                    rows, colour(layout, rows.colours(), PsdProfile.of(bytes).orElse(null)));
        }
    }

    @Override
    public String name() {
        return "PSD";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "8BPS");
    }

    @Override
    public Original open(byte[] bytes) throws IOException, UnrenderableException {
        return new PsdOriginal(bytes, layout(bytes), false);
    }

    @Override
    public Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        return new PsdOriginal(bytes, layout(bytes), true);
    }

    private static PsdLayout layout(byte[] bytes) throws IOException, UnrenderableException {
        PsdLayout layout = PsdLayout.read(bytes);
        layout.check();
        PsdPlanes.check(bytes, layout);
        return layout;
    }

    /**
     * Returns the colour space of the samples. CMYK is stored inverted: 0 is the full tone. Floats without a profile
     * are linear light.
     */
    private static Colour colour(PsdLayout layout, int colours, byte @Nullable [] profile) {
        if (layout.depth == FLOATS && profile == null) {
            return new MatrixColour(stored -> stored, Primaries.SRGB, colours);
        }
        Colour colour = IccColour.of(profile, colours);
        return layout.mode == PsdLayout.CMYK ? colour.inverted() : colour;
    }
}
