package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.WebpCodec.Features;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.webp.WebpOriginal;
import java.util.Optional;

/** Decodes still lossy WebP without alpha. */
public final class PlanarWebp implements NativeDecoder {
    private record OpenWebp(NativeCode code, WebpOriginal webp) implements NativeOriginal {
        @Override
        public long memory(double shrink) {
            return webp.length() + 2L * webp.header().width() * webp.header().height();
        }

        @Override
        public NativeSamples decode(NativeMemory memory, double shrink) throws NotNativeException {
            byte[] file = webp.file().bytes();
            Header header = webp.header();
            long bytes = memory.copy(file);
            Optional<Features> features = code.webp.features(bytes, file.length);
            Features wanted = Features.ofPlain(header.width(), header.height());
            if (!features.equals(Optional.of(wanted))) {
                throw new NotNativeException("expected " + wanted + ", got " + features.orElse(null) + " from libwebp");
            }
            Optional<Planes> planes = code.webp.decode(memory, bytes, file.length, header.width(), header.height());
            memory.release(bytes);
            DecodedPlanes decoded = planes.map(all -> DecodedPlanes.whole(all, SampleRange.NARROW, header))
                    .orElseThrow(() -> new NotNativeException("libwebp cannot decode the WebP"));
            return new PlanarSamples(code, decoded, webp.colour());
        }
    }

    private final NativeCode code;

    public PlanarWebp(NativeCode code) {
        this.code = code;
    }

    @Override
    public boolean reads(Original original) {
        return original instanceof WebpOriginal;
    }

    @Override
    public NativeOriginal open(Original original) throws NotNativeException {
        WebpOriginal webp = (WebpOriginal) original;
        if (!webp.isPlain()) {
            // The renderer of animations logs the reason.
            throw webp.animation().isPresent()
                    ? NotNativeException.untold()
                    : new NotNativeException("WebP is lossless or has alpha");
        }
        return new OpenWebp(code, webp);
    }
}
