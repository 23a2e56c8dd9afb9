package io.edgepix.bench.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of one original by one renderer, at any quality. Each quality is rendered once. */
public final class Renderings {
    /** Renders one derivative for each box, at a quality. */
    public interface Renderer {
        List<byte[]> render(int quality) throws IOException;
    }

    private final Renderer renderer;
    private final int quality;
    private final Map<Integer, List<byte[]>> derivatives;

    /**
     * Creates renderings.
     *
     * @param quality the measured quality
     * @param measured the derivatives at this quality
     */
    public Renderings(Renderer renderer, int quality, List<byte[]> measured) {
        this(renderer, quality, new HashMap<>(Map.of(quality, measured)));
    }

    private Renderings(Renderer renderer, int quality, Map<Integer, List<byte[]>> derivatives) {
        this.renderer = renderer;
        this.quality = quality;
        this.derivatives = derivatives;
    }

    /** Returns the same renderings with another measured quality. */
    Renderings measuredAt(int other) {
        return new Renderings(renderer, other, derivatives);
    }

    int quality() {
        return quality;
    }

    List<byte[]> measured() throws IOException {
        return at(quality);
    }

    List<byte[]> at(int wanted) throws IOException {
        List<byte[]> known = derivatives.get(wanted);
        if (known == null) {
            known = renderer.render(wanted);
            derivatives.put(wanted, known);
        }
        return known;
    }
}
