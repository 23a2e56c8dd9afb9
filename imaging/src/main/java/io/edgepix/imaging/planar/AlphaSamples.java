package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.foreign.AlphaPlanes;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;

/**
 * Samples in sRGB with alpha, in a plane for each band. Colours are multiplied by alpha.
 *
 * @param shrink the divisor of the sides. The planes have the header's sides divided by it, rounded up
 */
public record AlphaSamples(NativeCode code, AlphaPlanes planes, Header header, int shrink)
        implements NativeSamples, Decoded {
    /** Creates samples that were not shrunk. */
    public AlphaSamples(NativeCode code, AlphaPlanes planes, Header header) {
        this(code, planes, header, 1);
    }

    @Override
    public byte[] render(RenderRequest request) throws IOException, UnrenderableException {
        return code.tail.derivative(this, header, request);
    }

    @Override
    public Picture shrink(Header original, Crop frame) {
        try (NativeMemory memory = code.memory()) {
            AlphaPlanes shrunk = code.planes.shrink(memory, planes, original, shrink, frame);
            return new Picture(frame.width(), frame.height(), true, code.alpha.join(memory, shrunk));
        }
    }
}
