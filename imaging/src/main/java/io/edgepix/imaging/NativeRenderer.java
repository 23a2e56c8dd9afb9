package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.avif.AvifDecoder;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.jpeg.JpegDecoder;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NativeDecoder;
import io.edgepix.imaging.planar.NativeOriginal;
import io.edgepix.imaging.planar.NativePng;
import io.edgepix.imaging.planar.NotNativeException;
import io.edgepix.imaging.planar.PartWebp;
import io.edgepix.imaging.planar.PlanarJpeg;
import io.edgepix.imaging.planar.PlanarWebp;
import io.edgepix.imaging.planar.RecodedJpeg;
import io.edgepix.imaging.svg.SvgDecoder;
import io.edgepix.imaging.svg.SvgProgram;
import io.edgepix.imaging.webp.WebpDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Renders plain kinds of pictures by native code from end to end, and leaves all others to the portable renderer, which
 * it gives its encoders; with them the word on what is broken.
 */
public final class NativeRenderer implements Renderer {
    private final Limits limits;
    private final NativeCode code;
    private final List<NativeDecoder> decoders;
    private final Renderer portable;

    private NativeRenderer(Limits limits, NativeCode code) {
        this(limits, code, portable(limits, code));
    }

    NativeRenderer(Limits limits, NativeCode code, Renderer portable) {
        this.limits = limits;
        this.code = code;
        this.decoders = List.of(new PlanarJpeg(code), new PlanarWebp(code), new NativePng(code));
        this.portable = portable;
    }

    public static Renderer portable(Limits limits, NativeCode code) {
        List<Decoder> decoders = new ArrayList<>(Formats.DECODERS);
        decoders.replaceAll(decoder -> switch (decoder) {
            case JpegDecoder jpeg -> new RecodedJpeg(jpeg, code);
            case WebpDecoder webp -> new PartWebp(code);
            default -> decoder;
        });
        decoders.add(new AvifDecoder(code));
        SvgProgram svg = new SvgProgram(code.folder());
        if (svg.isThere()) {
            decoders.add(new SvgDecoder(svg, code.budget));
        }
        return new PortableRenderer(limits, decoders, code.encoders);
    }

    /** Refuses originals over the limits; empty where there is no native code for this machine. */
    public static Optional<Renderer> find(Limits limits) {
        return NativeLibrary.find().map(library -> {
            NativeCode code = new NativeCode(library);
            return new AnimatingRenderer(limits, code, new NativeRenderer(limits, code));
        });
    }

    @Override
    public Set<Format> writes() {
        return portable.writes();
    }

    @Override
    public Upright measure(byte[] original) throws UnrenderableException {
        return portable.measure(original);
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
            throws UnrenderableException {
        NativeDecoder decoder = decoder(original, requests);
        if (decoder == null) {
            return portable.renderAll(original, requests, notices);
        }
        AtomicReference<@Nullable String> left = new AtomicReference<>();
        List<byte[]> derivatives = new Shared(
                        decoder::serves, served -> attempt(decoder, original, served, left), portable)
                .renderAll(original, requests, notices);
        // Said of those alone that the portable renderer made: of others it has refused the original, and said why.
        String why = left.get();
        if (why != null) {
            notices.accept("left to the portable renderer: " + why);
        }
        return derivatives;
    }

    /** Null where all is left to the portable renderer. */
    private @Nullable NativeDecoder decoder(byte[] original, List<RenderRequest> requests) {
        boolean written = requests.stream().allMatch(request -> writes().contains(request.format()));
        if (!written || original.length > limits.maxBytes()) {
            return null;
        }
        return decoders.stream()
                .filter(each -> each.recognises(original))
                .findFirst()
                .orElse(null);
    }

    /** Null where it is left to the portable renderer, with the reason where it is not the limits. */
    private @Nullable List<byte[]> attempt(
            NativeDecoder decoder, byte[] bytes, List<RenderRequest> requests, AtomicReference<@Nullable String> left)
            throws UnrenderableException {
        try {
            Header header = decoder.header(bytes);
            if (!isWithinLimits(header)) {
                return null;
            }
            Cost.checkSides(header);
            Cost.check(bytes.length, decoder.nanos(bytes, header));
            return attempt(decoder, bytes, header, requests);
        } catch (NotNativeException e) {
            left.set(e.getMessage());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            left.set("native code failed: " + e); // the portable renderer says what is wrong, or that nothing is
        }
        return null;
    }

    private boolean isWithinLimits(Header header) {
        return header.width() > 0
                && header.height() > 0
                && (long) header.width() * header.height() <= limits.maxPixels();
    }

    private List<byte[]> attempt(NativeDecoder decoder, byte[] bytes, Header header, List<RenderRequest> requests)
            throws IOException, NotNativeException {
        double shrink = requests.stream()
                .mapToDouble(request -> Chroma.shrink(Frame.of(header, request), request))
                .min()
                .orElse(1);
        long size = decoder.memory(bytes, header, shrink);
        try (NativeBudget.Part part = code.budget.take(size);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new NotNativeException(size + " bytes outside the heap are not free");
            }
            NativeOriginal original = decoder.decode(memory, bytes, header, shrink);
            if (original == null) {
                throw new NotNativeException("native code cannot decode it");
            }
            return render(original, requests);
        }
    }

    private static List<byte[]> render(NativeOriginal original, List<RenderRequest> requests) throws IOException {
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            derivatives.add(original.render(request));
        }
        return derivatives;
    }
}
