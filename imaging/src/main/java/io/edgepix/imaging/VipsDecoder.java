package io.edgepix.imaging;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** AVIF and SVG by libvips. */
final class VipsDecoder implements Decoder {
    private static final int SVG_PROLOGUE = 4096;

    private final NativeCode code;
    private final String name;
    private final Vips.Kind kind;
    private final Predicate<byte[]> recognises;

    private VipsDecoder(NativeCode code, String name, Vips.Kind kind, Predicate<byte[]> recognises) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.recognises = recognises;
    }

    static Decoder avif(NativeCode code) {
        return new VipsDecoder(code, "AVIF", Vips.Kind.AVIF, VipsDecoder::isAvif);
    }

    static Decoder svg(NativeCode code) {
        return new VipsDecoder(code, "SVG", Vips.Kind.SVG, VipsDecoder::isSvg);
    }

    private static boolean isAvif(byte[] original) {
        return Bytes.has(original, 4, "ftypavif") || Bytes.has(original, 4, "ftypavis");
    }

    /** XML whose first element is svg, as far as a look at its beginning tells. */
    private static boolean isSvg(byte[] original) {
        int length = Math.min(original.length, SVG_PROLOGUE);
        String start = new String(original, 0, length, StandardCharsets.UTF_8).stripLeading();
        return start.matches(
                "(?s)\uFEFF?\\s*(<\\?xml.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(\\[.*?])?>|\\s)*<svg[\\s>].*");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recognises(byte[] original) {
        return recognises.test(original);
    }

    @Override
    public Header header(byte[] original) throws IOException {
        try (NativeMemory memory = code.memory()) {
            Vips.Size size = code.vips.size(memory, original, kind);
            if (size == null) {
                throw new IOException("libvips finds no header");
            }
            return new Header(size.width(), size.height(), Orientation.UPRIGHT);
        }
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
            Vips.Pixels pixels = code.vips.decode(memory, original, kind);
            if (pixels == null) {
                throw new IOException("libvips cannot decode it");
            }
            Picture picture = new Picture(pixels.width(), pixels.height(), pixels.bands() == 4, pixels.bytes());
            return new Decoded(ImageRows.of(picture.asImage()).rows(), Colour.SRGB);
        }
    }
}
