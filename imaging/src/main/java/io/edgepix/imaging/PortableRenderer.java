package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.pipeline.Opened;
import io.edgepix.imaging.pipeline.Opener;
import io.edgepix.imaging.pipeline.RanOutException;
import io.edgepix.imaging.pipeline.SharedHeap;
import io.edgepix.imaging.pipeline.StillPipeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Renders with Java, ImageIO, TwelveMonkeys and libwebp, on every machine that has a JVM. */
public final class PortableRenderer implements Renderer, OriginalRenderer {
    private final Map<Format, Encoder> encoders;
    private final Opener opener;
    private final StillPipeline pipeline;
    private final SharedHeap heap = new SharedHeap();

    /** Creates a renderer that refuses originals over the limits. */
    public PortableRenderer(Limits limits) {
        this(limits, Formats.DECODERS, Formats.ENCODERS);
    }

    PortableRenderer(Limits limits, List<Decoder> decoders, Map<Format, Encoder> encoders) {
        this.encoders = encoders;
        this.opener = new Opener(limits, decoders);
        this.pipeline = new StillPipeline(limits, encoders);
    }

    @Override
    public Set<Format> writes() {
        return encoders.keySet();
    }

    @Override
    public Dimensions dimensions(byte[] original) throws UnrenderableException {
        return open(original).header().upright();
    }

    @Override
    public Optional<Dimensions> dimensionsOfStart(byte[] start) {
        return opener.headerOfStart(start).map(Header::upright);
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        check(requests);
        return renderAll(open(original), requests, notices);
    }

    /** Opens an original. If its header is damaged and the limits allow it, opens the part that can be read. */
    Opened open(byte[] original) throws UnrenderableException {
        return onHeap(() -> opener.open(original));
    }

    /**
     * Returns derivatives of the whole original. If it turns out to be damaged and the limits allow it, returns
     * derivatives of the part that can be read.
     */
    @Override
    public List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        if (original.fault().isPresent()) {
            return renderPart(original, requests, notices, original.fault().get());
        }
        try {
            return onHeap(() -> pipeline.derivatives(original, requests, notices));
        } catch (UnrenderableException e) {
            return renderPart(onHeap(() -> opener.openPart(original, e)), requests, notices, e);
        }
    }

    private List<byte[]> renderPart(
            Opened part, List<RenderRequest> requests, Consumer<Notice> notices, UnrenderableException fault)
            throws UnrenderableException {
        try {
            return onHeap(() -> pipeline.derivatives(part, requests, notices));
        } catch (UnrenderableException e) {
            throw e.reason() == Reason.BROKEN ? fault : e;
        }
    }

    private <T> T onHeap(SharedHeap.Attempt<T> attempt) throws UnrenderableException {
        try {
            return heap.run(() -> {
                try {
                    return attempt.run();
                } catch (OutOfMemoryError e) {
                    throw new RanOutException(e);
                }
            });
        } catch (RanOutException e) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE, "Rendering the picture needs more memory than is available.", e);
        }
    }

    void check(List<RenderRequest> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one request, got none");
        }
        for (RenderRequest request : requests) {
            if (!encoders.containsKey(request.format())) {
                throw new IllegalArgumentException("Cannot write " + request.format());
            }
        }
    }
}
