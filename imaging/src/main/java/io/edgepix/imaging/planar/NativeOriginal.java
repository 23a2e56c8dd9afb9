package io.edgepix.imaging.planar;

import io.edgepix.imaging.model.RenderRequest;
import java.io.IOException;

/** An original that native code has decoded, and that lives as long as the memory it lies in. */
public interface NativeOriginal {
    /** Makes one derivative of it. */
    byte[] render(RenderRequest request) throws IOException;
}
