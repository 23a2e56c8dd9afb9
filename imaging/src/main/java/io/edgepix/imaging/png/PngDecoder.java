package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.sample.GreyRows;
import io.edgepix.imaging.sample.KeyedRows;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import java.util.Arrays;

/** PNG by the JDK's reader, which is given the chunks it decodes and not the ones it would only keep. */
public final class PngDecoder implements PartDecoder {
    private static final int MOST_PALETTE = 256 * 3;

    @Override
    public String name() {
        return "PNG";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "\u0089PNG\r\n\u001A\n");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        PngHeader header = PngHeader.read(original);
        Chunks chunks = Chunks.ofPng(original);
        if (chunks.first("IDAT") == null) {
            throw new IOException("Expected IDAT in " + original.length + " bytes");
        }
        return new Header(header.width(), header.height(), Exif.orientation(chunks.body("eXIf")));
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        PngHeader png = PngHeader.read(original);
        return png.nanos(Chunks.ofPng(original).first("tRNS") != null);
    }

    @Override
    public byte[] ended(byte[] original, Limits limits) {
        return PngEnd.of(original, limits);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return decode(original, detail);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        PngHeader header = PngHeader.read(original);
        Chunks chunks = Chunks.ofPng(original);
        Rows stored = stored(original);
        // The JDK reads greys of less than 8 bits as a palette.
        Rows rows = header.isGrey() && stored.colours() != 1 ? new GreyRows(stored) : stored;
        Colour colour = PngColour.of(chunks, rows.colours());
        float[] key = header.key(chunks.body("tRNS"), rows.colours());
        return new Decoded(key == null ? rows : new KeyedRows(rows, key), colour);
    }

    private static Rows stored(byte[] original) throws IOException {
        try {
            return read(bare(original));
        } catch (IOException | RuntimeException e) {
            return damaged(original);
        }
    }

    /** What is wrong most often is the sum at the end of the data, which can be left out at no cost. */
    private static Rows damaged(byte[] original) throws IOException {
        byte[] unsummed = PngEnd.withoutSum(original);
        if (unsummed == null) {
            return read(bare(PngEnd.whole(original)));
        }
        try {
            return read(bare(unsummed));
        } catch (IOException | RuntimeException e) {
            return read(bare(PngEnd.whole(original)));
        }
    }

    private static Rows read(byte[] png) throws IOException {
        return Readers.use(
                Jdk.reader("png"), png, reader -> ImageRows.of(reader.read(0)).rows());
    }

    /** How many frames an animated PNG has, by its acTL; 1 for any other. */
    public static int frames(byte[] png) throws IOException {
        byte[] control = Chunks.ofPng(png).body("acTL");
        return control == null ? 1 : Bytes.big32(control, 0);
    }

    /** The header, the palette with its transparency, the data as one chunk, and the end, all with right sums. */
    public static byte[] bare(byte[] png) throws IOException {
        PngHeader header = PngHeader.read(png);
        Chunks chunks = Chunks.ofPng(png);
        PngFile bare = new PngFile(png.length).chunk("IHDR", png, chunks.all("IHDR"));
        if (header.hasPalette()) {
            writePalette(bare, chunks, 1 << header.depth());
        }
        return bare.chunk("IDAT", png, chunks.all("IDAT")).end();
    }

    /** Indices beyond the colours that are there show black, as in browsers. */
    private static void writePalette(PngFile bare, Chunks chunks, int colours) throws IOException {
        byte[] palette = chunks.body("PLTE");
        if (palette == null || palette.length < 3 || palette.length > MOST_PALETTE) {
            throw new IOException("Expected a palette");
        }
        bare.chunk("PLTE", Arrays.copyOf(Arrays.copyOf(palette, palette.length / 3 * 3), colours * 3));
        byte[] alphas = chunks.body("tRNS");
        if (alphas != null && alphas.length > 0 && chunks.isBefore("PLTE", "tRNS")) {
            bare.chunk("tRNS", Arrays.copyOf(alphas, Math.min(alphas.length, colours)));
        }
    }
}
