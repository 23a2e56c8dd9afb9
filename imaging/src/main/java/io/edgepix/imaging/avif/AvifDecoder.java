package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Vips;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.recognition.MediaBrand;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;

/** AVIF by libvips. */
public final class AvifDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 45;

    private final NativeCode code;

    public AvifDecoder(NativeCode code) {
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
        Vips.Size size = size(original);
        return new Header(size.width(), size.height(), Orientation.UPRIGHT);
    }

    private Vips.Size size(byte[] original) throws IOException {
        try (NativeMemory memory = code.memory()) {
            Vips.Size size = code.vips.size(memory, original, Vips.Kind.AVIF);
            if (size == null) {
                throw new IOException("libvips finds no header");
            }
            return size;
        }
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        Vips.Size size = size(original);
        long bytes = size.depth() == Byte.SIZE ? 8 : 16;
        long most = 2L * original.length + bytes * size.width() * size.height();
        try (NativeBudget.Part part = code.budget.take(most);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new OutOfMemoryError(most + " bytes outside the heap");
            }
            AvifItems items = AvifItems.of(original);
            byte[] upright = items == null ? original : items.withAlphaAsColours();
            Vips.Pixels pixels = code.vips.decode(memory, upright, Vips.Kind.AVIF);
            if (pixels == null) {
                throw new IOException("libvips cannot decode it");
            }
            AvifRows rows = new AvifRows(pixels);
            return items == null ? new Decoded(rows.rows(false, false), Colour.SRGB) : decoded(rows, items);
        }
    }

    private static Decoded decoded(AvifRows stored, AvifItems items) {
        AvifColour colour = new AvifColour(items);
        if (colour.isLimitedGrey()) {
            stored.expandGreys();
        }
        Av1Sequence alpha = items.alphaSequence();
        if (alpha != null && !alpha.fullRange()) {
            stored.expandAlpha();
        }
        Rows rows = stored.rows(colour.isGrey(), items.arePremultiplied());
        return new Decoded(rows, colour.of(rows.colours()));
    }
}
