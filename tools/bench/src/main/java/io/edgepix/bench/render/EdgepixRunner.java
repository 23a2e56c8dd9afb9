package io.edgepix.bench.render;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.List;
import java.util.Set;

/** One of edgepix's renderers, in this process. */
public record EdgepixRunner(String name, Renderer renderer) implements Runner {
    private static final int WHITE = 0xFFFFFF;

    @Override
    public Set<Format> writes() {
        return renderer.writes();
    }

    @Override
    public Rendering render(CaseOriginal original, Conversion conversion) {
        return render(original.bytes(), conversion);
    }

    public Rendering render(byte[] original, Conversion conversion) {
        List<RenderRequest> requests = conversion.boxes().stream()
                .map(box -> new RenderRequest(box, Fit.CONTAIN, conversion.format(), conversion.quality(), WHITE))
                .toList();
        long start = System.nanoTime();
        try {
            List<byte[]> derivatives = renderer.renderAll(original, requests);
            return new Rendering(Stopwatch.millisSince(start), derivatives);
        } catch (UnrenderableException e) {
            throw new BenchException(name + ": " + e.getMessage());
        }
    }
}
