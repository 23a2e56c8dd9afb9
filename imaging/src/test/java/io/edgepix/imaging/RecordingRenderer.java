package io.edgepix.imaging;

import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import java.util.List;
import java.util.function.Consumer;

/** Passes originals to another renderer, and records whether there were any. */
final class RecordingRenderer implements OriginalRenderer {
    private final OriginalRenderer renderer;
    private boolean happened;

    RecordingRenderer(OriginalRenderer renderer) {
        this.renderer = renderer;
    }

    boolean happened() {
        return happened;
    }

    void forget() {
        happened = false;
    }

    @Override
    public List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        happened = true;
        return renderer.renderAll(original, requests, notices);
    }
}
