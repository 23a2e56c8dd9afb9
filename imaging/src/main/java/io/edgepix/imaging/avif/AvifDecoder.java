package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.recognition.MediaBrand;
import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import java.util.Optional;

/** Decodes AVIF with libvips. */
public final class AvifDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 45;

    @SuppressWarnings("ArrayRecordComponent") // the array is not copied, and records are not compared
    private record AvifOriginal(NativeCode code, byte[] bytes, Vips.StatedSize size) implements Original {
        @Override
        public Header header() {
            return new Header(size.width(), size.height(), Orientation.UPRIGHT);
        }

        @Override
        public long nanos() {
            return NANOS_A_PIXEL * size.width() * size.height();
        }

        @Override
        public Samples decode(Detail detail) throws IOException {
            long sample = size.depth() == Byte.SIZE ? 8 : 16;
            long most = 2L * bytes.length + sample * size.width() * size.height();
            try (NativeBudget.Part _ = code.budget.require(most);
                    NativeMemory memory = code.memory()) {
                Optional<AvifItems> items = AvifItems.of(bytes);
                byte[] upright = items.map(AvifItems::withAlphaAsColours).orElse(bytes);
                NativePixels pixels = code.vips
                        .decode(memory, upright, Vips.Kind.AVIF)
                        .orElseThrow(
                                () -> new IOException("Expected a whole AVIF, got one that libvips cannot decode"));
                AvifRows rows = new AvifRows(pixels);
                return items.isPresent()
                        ? decoded(rows, items.get())
                        : new Samples(rows.rows(3, Alpha.STRAIGHT), Colour.SRGB);
            }
        }
    }

    private final NativeCode code;

    public AvifDecoder(NativeCode code) {
        this.code = code;
    }

    @Override
    public String name() {
        return "AVIF";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 4, "ftyp") && MediaBrand.of(bytes).equals("AVIF");
    }

    @Override
    public Original open(byte[] bytes) throws IOException {
        try (NativeMemory memory = code.memory()) {
            Vips.StatedSize size = code.vips
                    .size(memory, bytes, Vips.Kind.AVIF)
                    .orElseThrow(
                            () -> new IOException("Expected the header of an AVIF, got none that libvips can read"));
            return new AvifOriginal(code, bytes, size);
        }
    }

    private static Samples decoded(AvifRows stored, AvifItems items) {
        AvifColour colour = new AvifColour(items);
        if (colour.isLimitedGrey()) {
            stored.expandGreys();
        }
        if (items.alphaSequence().filter(alpha -> !alpha.fullRange()).isPresent()) {
            stored.expandAlpha();
        }
        Alpha kind = items.arePremultiplied() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
        Rows rows = stored.rows(colour.isGrey() ? 1 : 3, kind);
        return new Samples(rows, colour.of(rows.colours()));
    }
}
