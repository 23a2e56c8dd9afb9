package io.edgepix.localedge;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.Set;

/** Delegates everything but rendering to another renderer. */
abstract class DelegatingRenderer implements Renderer {
    private final Renderer renderer;

    DelegatingRenderer(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public final Set<Format> writes() {
        return renderer.writes();
    }

    @Override
    public final Dimensions dimensions(byte[] original) throws UnrenderableException {
        return renderer.dimensions(original);
    }
}
