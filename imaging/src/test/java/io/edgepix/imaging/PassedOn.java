package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Passes everything on to another renderer, and remembers whether there was anything. */
final class PassedOn implements Renderer {
    private final Renderer renderer;
    private boolean happened;

    PassedOn(Renderer renderer) {
        this.renderer = renderer;
    }

    boolean happened() {
        return happened;
    }

    void forget() {
        happened = false;
    }

    @Override
    public Set<Format> writes() {
        return renderer.writes();
    }

    @Override
    public Upright measure(byte[] original) throws UnrenderableException {
        return renderer.measure(original);
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
            throws UnrenderableException {
        happened = true;
        return renderer.renderAll(original, requests, notices);
    }
}
