package io.edgepix.imaging;

import io.edgepix.imaging.model.Limits;

/** Chooses a renderer. */
public final class Renderers {
    private Renderers() {}

    /** The native one where its libraries are there, or else the portable one. */
    public static Renderer best(Limits limits) {
        return NativeRenderer.find(limits).orElseGet(() -> new PortableRenderer(limits));
    }
}
