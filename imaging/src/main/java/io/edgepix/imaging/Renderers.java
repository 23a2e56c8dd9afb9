package io.edgepix.imaging;

import io.edgepix.imaging.model.Limits;

/** Chooses the renderer of this machine. */
public final class Renderers {
    private Renderers() {}

    /** Returns a native renderer if its libraries are installed, otherwise a portable one. */
    public static Renderer best(Limits limits) {
        return NativeRenderer.find(limits).orElseGet(() -> new PortableRenderer(limits));
    }
}
