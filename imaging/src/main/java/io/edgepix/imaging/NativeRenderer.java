package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NativeDecoder;
import io.edgepix.imaging.planar.NativeOriginal;
import io.edgepix.imaging.planar.NativeSamples;
import io.edgepix.imaging.planar.NotNativeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Renders plain kinds of pictures entirely with native code. All others go to the portable renderer, which uses the
 * native encoders. The portable renderer also decides whether an original is broken.
 */
public final class NativeRenderer implements OriginalRenderer {
    /** Opens originals with the portable renderer, and passes them to another renderer. */
    record Opening(PortableRenderer portable, OriginalRenderer renderer) implements Renderer {
        @Override
        public Set<Format> writes() {
            return portable.writes();
        }

        @Override
        public Dimensions dimensions(byte[] original) throws UnrenderableException {
            return portable.dimensions(original);
        }

        @Override
        public Optional<Dimensions> dimensionsOfStart(byte[] start) {
            return portable.dimensionsOfStart(start);
        }

        @Override
        public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
                throws UnrenderableException {
            portable.check(requests);
            Opened opened = portable.open(original);
            return opened.fault().isPresent()
                    ? portable.renderAll(opened, requests, notices)
                    : renderer.renderAll(opened, requests, notices);
        }
    }

    private final NativeCode code;
    private final List<NativeDecoder> decoders;
    private final OriginalRenderer portable;

    NativeRenderer(NativeCode code, OriginalRenderer portable) {
        this(code, Formats.nativeDecoders(code), portable);
    }

    NativeRenderer(NativeCode code, List<NativeDecoder> decoders, OriginalRenderer portable) {
        this.code = code;
        this.decoders = decoders;
        this.portable = portable;
    }

    /** Returns a portable renderer that reads and writes every format that native code supports. */
    public static PortableRenderer portable(Limits limits, NativeCode code) {
        return new PortableRenderer(limits, Formats.decoders(code), code.encoders);
    }

    /** Returns a renderer that refuses originals over the limits. Empty on machines without native code. */
    public static Optional<Renderer> find(Limits limits) {
        return NativeLibrary.find().map(library -> {
            NativeCode code = new NativeCode(library);
            PortableRenderer portable = portable(limits, code);
            return new Opening(portable, new AnimatingRenderer(limits, code, new NativeRenderer(code, portable)));
        });
    }

    @Override
    public List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        Optional<NativeDecoder> decoder = decoders.stream()
                .filter(each -> each.reads(original.original()))
                .findFirst();
        if (decoder.isEmpty()) {
            return portable.renderAll(original, requests, notices);
        }
        AtomicReference<@Nullable Notice> left = new AtomicReference<>();
        List<byte[]> derivatives = new SplitRequests(
                        decoder.get()::serves, served -> attempt(decoder.get(), original, served, left), portable)
                .renderAll(original, requests, notices);
        // Reported only if the portable renderer could render the original. Otherwise it threw the reason.
        Notice why = left.get();
        if (why != null) {
            notices.accept(why.after("left to the portable renderer: "));
        }
        return derivatives;
    }

    /**
     * Returns the derivatives. The result is empty if native code cannot render them. Then {@code left} is set to the
     * reason, if there is one to report.
     */
    private Optional<List<byte[]>> attempt(
            NativeDecoder decoder, Opened opened, List<RenderRequest> requests, AtomicReference<@Nullable Notice> left)
            throws UnrenderableException {
        try {
            return Optional.of(render(decoder.open(opened.original()), opened.header(), requests));
        } catch (NotNativeException e) {
            e.notice().ifPresent(left::set);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The portable renderer reports whether the original itself is damaged.
            left.set(Notice.failed("native code failed", e));
        }
        return Optional.empty();
    }

    private List<byte[]> render(NativeOriginal original, Header header, List<RenderRequest> requests)
            throws IOException, NotNativeException, UnrenderableException {
        double shrink = requests.stream()
                .mapToDouble(request -> Chroma.shrink(Crop.of(header, request), request))
                .min()
                .orElse(1);
        long size = original.memory(shrink);
        try (NativeBudget.Part _ = code.budget.requireNative(size);
                NativeMemory memory = code.memory()) {
            NativeSamples samples = original.decode(memory, shrink);
            List<byte[]> derivatives = new ArrayList<>();
            for (RenderRequest request : requests) {
                derivatives.add(samples.render(request));
            }
            return derivatives;
        }
    }
}
