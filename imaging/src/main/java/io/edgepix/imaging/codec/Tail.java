package io.edgepix.imaging.codec;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.DropOpaqueAlpha;
import io.edgepix.imaging.picture.Flatten;
import io.edgepix.imaging.picture.Pad;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.picture.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The steps from a decoded original to a derivative, shared by all decoders: shrink, drop an opaque alpha channel, turn
 * upright, flatten, pad, encode.
 *
 * @param encoders the encoder of each format
 */
public record Tail(Map<Format, Encoder> encoders) {
    private static final List<Step> STEPS = List.of(
            (picture, header, request) -> DropOpaqueAlpha.of(picture),
            (picture, header, request) -> Turn.of(picture, header.orientation()),
            (picture, header, request) -> Flatten.of(picture, request),
            (picture, header, request) -> Pad.of(picture, request));

    private interface Step {
        Picture apply(Picture picture, Header header, RenderRequest request);
    }

    /** Renders and encodes one derivative. */
    public byte[] derivative(Decoded original, Header header, RenderRequest request)
            throws IOException, UnrenderableException {
        return encode(picture(original, header, request), request);
    }

    /** Renders the picture of one derivative, ready to be encoded. */
    public static Picture picture(Decoded original, Header header, RenderRequest request)
            throws IOException, UnrenderableException {
        Picture picture = original.shrink(header, Crop.of(header, request));
        for (Step step : STEPS) {
            picture = step.apply(picture, header, request);
        }
        return picture;
    }

    private byte[] encode(Picture picture, RenderRequest request) throws IOException {
        Encoder encoder = Objects.requireNonNull(encoders.get(request.format()));
        return encoder.encode(picture, request.quality(), request.effort());
    }
}
