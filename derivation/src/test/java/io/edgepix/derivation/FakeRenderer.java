package io.edgepix.derivation;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A renderer that records its requests, and whose behaviour a test sets. */
public final class FakeRenderer implements Renderer {
    /** Renders one picture. */
    public interface Rendering {
        byte[] render(byte[] original, RenderRequest request) throws UnrenderableException;
    }

    public final List<RenderRequest> rendered = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger decodings = new AtomicInteger();
    public final List<String> notices = new ArrayList<>();

    /** The dimensions of every original, in pixels. */
    public Dimensions size = new Dimensions(6000, 4500);

    /** The dimensions that the start of every original tells. */
    public Optional<Dimensions> start = Optional.empty();

    public Set<Format> writes = Set.of(Format.WEBP, Format.JPEG, Format.PNG);

    public Rendering rendering = (original, request) -> derivative();

    /** Returns the bytes that the renderer returns unless a test sets other bytes. */
    public static byte[] derivative() {
        return new byte[] {4, 5};
    }

    @Override
    public Set<Format> writes() {
        return writes;
    }

    @Override
    public Dimensions dimensions(byte[] original) {
        return size;
    }

    @Override
    public Optional<Dimensions> dimensionsOfStart(byte[] bytes) {
        return start;
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        this.notices.forEach(text -> notices.accept(Notice.leftOut(text)));
        decodings.incrementAndGet();
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            rendered.add(request);
            derivatives.add(rendering.render(original, request));
        }
        return derivatives;
    }
}
