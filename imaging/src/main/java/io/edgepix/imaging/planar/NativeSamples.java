package io.edgepix.imaging.planar;

import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Samples that native code has decoded, or decodes when they are needed. They are valid until their memory is closed. */
public interface NativeSamples {
    /**
     * Renders and encodes one derivative of these samples.
     *
     * @throws NotNativeException if the original turns out to be damaged only now
     */
    byte[] render(RenderRequest request) throws IOException, NotNativeException, UnrenderableException;
}
