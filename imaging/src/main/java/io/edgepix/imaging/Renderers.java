package io.edgepix.imaging;

import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.model.Limits;

/** Chooses the renderer of this machine. */
public final class Renderers {
    /** The system property that names the folder of the native libraries. */
    public static final String NATIVE_FOLDER = NativeLibrary.PROPERTY;

    private Renderers() {}

    /** Returns a native renderer if its libraries are installed, otherwise a portable one. */
    public static Renderer best(Limits limits) {
        return NativeRenderer.find(limits).orElseGet(() -> new PortableRenderer(limits));
    }
}
