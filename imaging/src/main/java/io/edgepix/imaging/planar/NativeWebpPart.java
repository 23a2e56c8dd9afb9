package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.WebpCodec.Features;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.webp.WebpFile;
import io.edgepix.imaging.webp.WebpPartReader;
import java.io.IOException;

/** Decodes the available rows of a truncated still WebP, by libwebp. */
public final class NativeWebpPart implements WebpPartReader {
    private static final int GREY = 0x80;
    private static final int TRANSPARENT = 0;
    /** The most bytes per pixel, for lossless decoding and for the samples. */
    private static final int BYTES = 12;

    private final NativeCode code;

    /** Creates a reader that takes its memory from the budget of the native code. */
    public NativeWebpPart(NativeCode code) {
        this.code = code;
    }

    @Override
    public Samples decode(WebpFile file, Header header) throws IOException {
        long size = file.bytes().length + (long) BYTES * header.width() * header.height();
        try (NativeBudget.Part _ = code.budget.require(size);
                NativeMemory memory = code.memory()) {
            Picture picture = picture(memory, file, header);
            return ImageRows.of(picture.asImage(), file.chunks().body("ICCP").orElse(null));
        }
    }

    private Picture picture(NativeMemory memory, WebpFile file, Header header) throws IOException {
        byte[] webp = file.bytes();
        long bytes = memory.copy(webp);
        Features features = code.webp
                .features(bytes, webp.length)
                .filter(read -> read.width() == header.width() && read.height() == header.height())
                .orElseThrow(() -> new IOException("libwebp: expected " + header + ", got another or none"));
        memory.release(bytes);
        int bands = features.alpha() ? 4 : 3;
        int missing = features.alpha() ? TRANSPARENT : GREY;
        byte[] samples = code.webp
                .decodePart(memory, webp, bands, header.width(), header.height(), missing)
                .orElseThrow(() -> new IOException("Expected at least one row, got none"));
        return new Picture(header.width(), header.height(), features.alpha(), samples);
    }
}
