package io.edgepix.bench;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.List;
import java.util.Set;

/** One of edgepix's renderers, in this process. */
record OurEngine(String name, Renderer renderer) implements Engine {
    private static final int WHITE = 0xFFFFFF;

    @Override
    public Set<Format> writes() {
        return renderer.writes();
    }

    @Override
    public Rendering render(Original original, Wish wish) {
        return render(original.bytes(), wish);
    }

    Rendering render(byte[] original, Wish wish) {
        List<RenderRequest> requests = wish.boxes().stream()
                .map(box -> new RenderRequest(box, Fit.CONTAIN, wish.format(), wish.quality(), WHITE))
                .toList();
        long start = System.nanoTime();
        try {
            List<byte[]> derivatives = renderer.renderAll(original, requests);
            return new Rendering(Stage.millisSince(start), derivatives);
        } catch (UnrenderableException e) {
            throw new BenchException(name + ": " + e.getMessage());
        }
    }
}
