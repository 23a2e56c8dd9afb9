package io.edgepix.imaging.planar;

import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Samples that native code has decoded, and that live as long as the memory they lie in. */
public interface NativeSamples {
    /** Makes one derivative of them. */
    byte[] render(RenderRequest request) throws IOException, UnrenderableException;
}
