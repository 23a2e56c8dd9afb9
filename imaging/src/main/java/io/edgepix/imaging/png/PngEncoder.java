package io.edgepix.imaging.png;

import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import java.util.Optional;

/**
 * Encodes PNG without loss, with the colour type and the depth that need the fewest bytes. Pixels that are fully
 * transparent lose their colour.
 */
public final class PngEncoder implements Encoder {
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private static final int LEVEL = 7;
    private static final int HIGH_LEVEL = 8;
    /** The most pixels of a picture that is compressed at the higher level. */
    private static final int SMALL = 300_000;
    /**
     * A file with a palette is used without a comparison if it is longer than this number of palettes. In a shorter
     * file, the palette may cost more bytes than it saves.
     */
    private static final int PALETTES = 16;

    private final PngCompressor samples;

    public PngEncoder() {
        this(new PngDeflater());
    }

    /** Creates an encoder that passes 8-bit samples to the given compressor. */
    public PngEncoder(PngCompressor samples) {
        this.samples = samples;
    }

    @Override
    public byte[] encode(Picture picture, int quality, Effort effort) throws IOException {
        Optional<PngPalette> palette = PngPalette.of(picture);
        Optional<byte[]> indexed = palette.isPresent() ? indexed(picture, palette.get()) : Optional.empty();
        if (indexed.isPresent()
                && indexed.get().length > PALETTES * palette.get().bytes()) {
            return indexed.get();
        }
        int bands = (picture.isGrey() ? 1 : 3) + (picture.alpha() ? 1 : 0);
        byte[] sampled = samples.png(samples(picture, bands), picture.width(), picture.height(), bands);
        return indexed.filter(shorter -> shorter.length <= sampled.length).orElse(sampled);
    }

    /**
     * Returns a PNG with a palette or with greys of less than 8 bits; empty if the picture is grey and neither is
     * smaller than greys of 8 bits.
     */
    private static Optional<byte[]> indexed(Picture picture, PngPalette palette) throws IOException {
        if (!palette.isGrey() || palette.depth() < palette.greyDepth()) {
            return Optional.of(palette(picture, palette));
        }
        return palette.greyDepth() < 8 ? Optional.of(greys(picture, palette)) : Optional.empty();
    }

    private static byte[] palette(Picture picture, PngPalette palette) throws IOException {
        PngFile png = new PngFile(0).header(picture.width(), picture.height(), palette.depth(), PALETTE);
        png.chunk("PLTE", palette.plte());
        if (palette.trns().length > 0) {
            png.chunk("tRNS", palette.trns());
        }
        return png.chunk("IDAT", deflated(picture, palette.indices(picture), palette.depth()))
                .end();
    }

    private static byte[] greys(Picture picture, PngPalette palette) throws IOException {
        int depth = palette.greyDepth();
        return new PngFile(0)
                .header(picture.width(), picture.height(), depth, GREY)
                .chunk("IDAT", deflated(picture, palette.levels(picture, depth), depth))
                .end();
    }

    /** Compresses rows without filters, which do not help with indices and few levels. */
    private static byte[] deflated(Picture picture, byte[] rows, int depth) throws IOException {
        int level = picture.width() * picture.height() <= SMALL ? HIGH_LEVEL : LEVEL;
        return PngDeflater.unfiltered(rows, PngPalette.stride(picture.width(), depth), level);
    }

    /** Returns the samples of the bands that are written. All samples of transparent pixels are 0. */
    private static byte[] samples(Picture picture, int bands) {
        byte[] from = picture.samples();
        if (bands == 3) {
            return from;
        }
        byte[] to = new byte[picture.width() * picture.height() * bands];
        int colours = picture.alpha() ? bands - 1 : bands;
        for (int i = 0, at = 0; at < to.length; i += picture.bands(), at += bands) {
            if (!picture.alpha() || from[i + 3] != 0) {
                System.arraycopy(from, i, to, at, colours);
            }
            if (picture.alpha()) {
                to[at + colours] = from[i + 3];
            }
        }
        return to;
    }
}
