package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.sample.GreyRows;
import io.edgepix.imaging.sample.KeyedRows;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An open PNG. The JDK's reader receives only the chunks that it needs for decoding. */
public final class PngOriginal implements Original {
    private static final int MOST_PALETTE = 256 * 3;

    private final byte[] bytes;
    private final PngHeader png;
    private final Chunks chunks;
    private final Header header;

    private PngOriginal(byte[] bytes, PngHeader png, Chunks chunks) {
        this.bytes = bytes;
        this.png = png;
        this.chunks = chunks;
        this.header = new Header(
                png.width(), png.height(), Exif.orientation(chunks.body("eXIf").orElse(null)));
    }

    /** Reads IHDR, and finds the other chunks. */
    public static PngOriginal open(byte[] bytes) throws IOException {
        PngHeader png = PngHeader.read(bytes);
        Chunks chunks = Chunks.ofPng(bytes);
        if (!chunks.has("IDAT")) {
            throw new IOException("Expected IDAT in " + bytes.length + " bytes");
        }
        return new PngOriginal(bytes, png, chunks);
    }

    @Override
    public Header header() {
        return header;
    }

    /** Returns IHDR. */
    public PngHeader png() {
        return png;
    }

    /** Returns the length of the file, in bytes. */
    public int length() {
        return bytes.length;
    }

    /** Tells whether tRNS adds alpha to palette entries, or makes a colour transparent. */
    public boolean hasTransparency() {
        return chunks.has("tRNS");
    }

    /**
     * Returns the colour space of the samples.
     *
     * @param colours the number of colours per pixel: 1 for grey, 3 for RGB
     */
    public Colour colour(int colours) {
        return PngColour.of(chunks, colours);
    }

    @Override
    public long nanos() {
        return PngCost.nanos(png, hasTransparency());
    }

    /** Returns the number of frames that acTL states; 1 if the PNG is not animated. */
    public int frames() {
        return chunks.body("acTL").map(control -> Bytes.big32(control, 0)).orElse(1);
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        Rows stored = stored();
        // The JDK reads greys of less than 8 bits as a palette.
        Rows rows = png.isGrey() && stored.colours() != 1 ? new GreyRows(stored) : stored;
        Colour colour = colour(rows.colours());
        Optional<float[]> key = chunks.body("tRNS").flatMap(transparency -> png.key(transparency, rows.colours()));
        return new Samples(key.isPresent() ? new KeyedRows(rows, key.get()) : rows, colour);
    }

    private Rows stored() throws IOException {
        try {
            return read(bare());
        } catch (IOException | RuntimeException e) {
            return damaged();
        }
    }

    /**
     * Reads a damaged PNG. The most common damage is a wrong checksum at the end of the data. Leaving that checksum out
     * costs nothing.
     */
    private Rows damaged() throws IOException {
        PngEnd end = new PngEnd(bytes, png, chunks);
        Optional<byte[]> unsummed = end.withoutSum();
        if (unsummed.isEmpty()) {
            return read(open(end.whole()).bare());
        }
        try {
            return read(open(unsummed.get()).bare());
        } catch (IOException | RuntimeException e) {
            return read(open(end.whole()).bare());
        }
    }

    private static Rows read(byte[] bare) throws IOException {
        return Readers.use(
                Jdk.reader("png"), bare, reader -> ImageRows.of(reader.read(0)).rows());
    }

    /**
     * Returns a PNG with the header, the palette with its transparency, the data as one chunk, and the end. All
     * checksums are correct.
     */
    public byte[] bare() throws IOException {
        PngFile bare = new PngFile(bytes.length).chunk("IHDR", bytes, chunks.all("IHDR"));
        if (png.hasPalette()) {
            writePalette(bare);
        }
        return bare.chunk("IDAT", bytes, chunks.all("IDAT")).end();
    }

    /**
     * Writes a palette with all indices of the depth. Indices beyond the colours of the file show black, as in
     * browsers.
     */
    private void writePalette(PngFile bare) throws IOException {
        bare.chunk("PLTE", palette());
        alphas().ifPresent(alphas -> bare.chunk("tRNS", alphas));
    }

    private byte[] palette() throws IOException {
        byte[] palette = chunks.body("PLTE")
                .filter(stored -> stored.length >= 3 && stored.length <= MOST_PALETTE)
                .orElseThrow(() -> new IOException("Expected a palette of 1 to 256 colours"));
        return Arrays.copyOf(Arrays.copyOf(palette, palette.length / 3 * 3), 3 << png.depth());
    }

    /** Returns the alphas of the first colours of the palette; empty if all colours are opaque. */
    private Optional<byte[]> alphas() {
        return chunks.body("tRNS")
                .filter(stored -> stored.length > 0 && chunks.isBefore("PLTE", "tRNS"))
                .map(stored -> Arrays.copyOf(stored, Math.min(stored.length, 1 << png.depth())));
    }

    /** Tells whether pixels have alpha: in the data, or in the palette. */
    public boolean hasAlpha() {
        return png.hasAlpha() || (png.hasPalette() && alphas().isPresent());
    }

    /** Returns the compressed rows, as views of the file. */
    public List<ByteBuffer> data() {
        return chunks.all("IDAT").stream()
                .map(chunk -> ByteBuffer.wrap(bytes, chunk.body(), chunk.length()))
                .toList();
    }

    /**
     * Returns red, green, blue and alpha of each stored sample of a palette, or of greys with up to 8 bits.
     *
     * @throws IOException if the palette is damaged
     */
    public byte[] table() throws IOException {
        int colours = 1 << png.depth();
        byte[] table = new byte[4 * colours];
        byte[] palette = png.hasPalette() ? palette() : new byte[0];
        byte[] alphas = png.hasPalette() ? alphas().orElse(new byte[0]) : new byte[0];
        for (int i = 0; i < colours; i++) {
            for (int band = 0; band < 3; band++) {
                table[4 * i + band] = png.hasPalette() ? palette[3 * i + band] : (byte) (i * 255 / (colours - 1));
            }
            table[4 * i + 3] = i < alphas.length ? alphas[i] : (byte) 255;
        }
        return table;
    }
}
