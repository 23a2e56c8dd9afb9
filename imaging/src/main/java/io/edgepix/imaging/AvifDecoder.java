package io.edgepix.imaging;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import java.io.IOException;

/** AVIF by libvips. */
final class AvifDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 45;

    private final NativeCode code;

    AvifDecoder(NativeCode code) {
        this.code = code;
    }

    @Override
    public String name() {
        return "AVIF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 4, "ftyp") && MediaBrand.of(original).equals("AVIF");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        try (NativeMemory memory = code.memory()) {
            Vips.Size size = code.vips.size(memory, original, Vips.Kind.AVIF);
            if (size == null) {
                throw new IOException("libvips finds no header");
            }
            return new Header(size.width(), size.height(), Orientation.UPRIGHT);
        }
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        Header header = header(original);
        long size = original.length + 8L * header.width() * header.height();
        try (NativeBudget.Part part = code.budget.take(size);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new OutOfMemoryError(size + " bytes outside the heap");
            }
            Vips.Pixels pixels = code.vips.decode(memory, original, Vips.Kind.AVIF);
            if (pixels == null) {
                throw new IOException("libvips cannot decode it");
            }
            Picture picture = new Picture(pixels.width(), pixels.height(), pixels.bands() == 4, pixels.bytes());
            return new Decoded(ImageRows.of(picture.asImage()).rows(), Colour.SRGB);
        }
    }
}
