package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.foreign.JpegCodec;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.WebpCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders plain kinds of pictures by native code, in luma and chroma from end to end where it can, and leaves all others
 * to the portable renderer, with it the word on what is broken.
 */
public final class NativeRenderer implements Renderer {
    private final Limits limits;
    private final NativeLibrary library;
    private final PortableRenderer portable;
    private final List<PlanarDecoder> decoders;
    private final PlanarEncoder encoder;

    private NativeRenderer(Limits limits, NativeLibrary library) {
        this.limits = limits;
        this.library = library;
        this.portable = new PortableRenderer(limits);
        JpegCodec jpeg = new JpegCodec(library);
        WebpCodec webp = new WebpCodec(library);
        this.decoders = List.of(new PlanarJpeg(jpeg), new PlanarWebp(webp));
        this.encoder = new PlanarEncoder(library, jpeg, webp);
    }

    /** Refuses originals over the limits; empty where there is no native code for this machine. */
    public static Optional<Renderer> find(Limits limits) {
        return NativeLibrary.find().map(library -> new NativeRenderer(limits, library));
    }

    @Override
    public Set<Format> writes() {
        return portable.writes();
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests) throws UnrenderableException {
        List<byte[]> derivatives = attempt(original, requests);
        return derivatives == null ? portable.renderAll(original, requests) : derivatives;
    }

    /** Null where it is left to the portable renderer. */
    private @Nullable List<byte[]> attempt(byte[] original, List<RenderRequest> requests) throws UnrenderableException {
        if (requests.isEmpty() || original.length > limits.maxBytes() || !canWrite(requests)) {
            return null;
        }
        for (PlanarDecoder decoder : decoders) {
            if (decoder.recognises(original)) {
                return attempt(decoder, original, requests);
            }
        }
        return null;
    }

    private boolean canWrite(List<RenderRequest> requests) {
        return requests.stream().allMatch(request -> writes().contains(request.format()));
    }

    private @Nullable List<byte[]> attempt(PlanarDecoder decoder, byte[] bytes, List<RenderRequest> requests)
            throws UnrenderableException {
        try (NativeMemory memory = library.memory()) {
            PlanarOriginal original = decode(memory, decoder, bytes, requests);
            return original == null ? null : encode(original, requests);
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable PlanarOriginal decode(
            NativeMemory memory, PlanarDecoder decoder, byte[] bytes, List<RenderRequest> requests)
            throws IOException, UnrenderableException {
        Header header = decoder.header(bytes);
        if (header == null || header.width() < 1 || header.height() < 1) {
            return null;
        }
        if ((long) header.width() * header.height() > limits.maxPixels()) {
            return null;
        }
        double shrink = requests.stream()
                .mapToDouble(request -> Frame.of(header, request).shrink())
                .min()
                .orElse(1);
        return decoder.decode(memory, bytes, header, shrink);
    }

    private List<byte[]> encode(PlanarOriginal original, List<RenderRequest> requests) throws IOException {
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            derivatives.add(encoder.encode(original, request));
        }
        return derivatives;
    }
}
