package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.LightColour;
import io.edgepix.imaging.colour.Primaries;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The flattened picture that a PSD or PSB carries. */
public final class PsdDecoder implements PartDecoder {
    private static final long NANOS_A_PIXEL = 30;
    private static final int FLOATS = 32;

    @Override
    public String name() {
        return "PSD";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "8BPS");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        PsdLayout layout = new PsdLayout(original);
        layout.check();
        PsdPlanes.check(original, layout);
        return new Header(layout.width, layout.height, Orientation.UPRIGHT);
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        return decode(original, false);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return decode(original, true);
    }

    private static Decoded decode(byte[] original, boolean part) throws IOException {
        PsdLayout layout = new PsdLayout(original);
        Rows rows = PsdRows.of(original, layout, part);
        return new Decoded(
                rows, colour(layout, rows.colours(), PsdProfile.of(original).bytes()));
    }

    /** Inks are stored as what they leave of the paper's white; floats without a profile are light. */
    private static Colour colour(PsdLayout layout, int colours, byte @Nullable [] profile) {
        if (layout.depth == FLOATS && profile == null) {
            return new LightColour(stored -> stored, Primaries.SRGB, colours);
        }
        Colour colour = IccColour.of(profile, colours);
        return layout.mode == PsdLayout.CMYK ? colour.inverted() : colour;
    }
}
