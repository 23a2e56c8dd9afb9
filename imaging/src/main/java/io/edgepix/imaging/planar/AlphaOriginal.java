package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.foreign.AlphaPlanes;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.picture.PostProcessing;
import java.io.IOException;
import java.util.Objects;

/** An original in sRGB with alpha, decoded to one plane each, the colours multiplied by alpha. */
public record AlphaOriginal(NativeCode code, AlphaPlanes planes, Header header) implements NativeOriginal {
    @Override
    public byte[] render(RenderRequest request) throws IOException {
        Encoder encoder = Objects.requireNonNull(code.encoders.get(request.format()));
        return encoder.encode(picture(request), request.quality());
    }

    /** What is to be encoded. */
    public Picture picture(RenderRequest request) {
        return PostProcessing.apply(shrunk(Frame.of(header, request)), header.orientation(), request);
    }

    private Picture shrunk(Frame frame) {
        try (NativeMemory memory = code.memory()) {
            AlphaPlanes shrunk = code.planes.shrink(memory, planes, header, frame);
            return new Picture(frame.width(), frame.height(), true, code.alpha.join(memory, shrunk));
        }
    }
}
