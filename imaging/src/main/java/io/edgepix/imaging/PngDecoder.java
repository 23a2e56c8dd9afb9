package io.edgepix.imaging;

import io.edgepix.imaging.Chunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;

/** PNG by the JDK's reader, which is given the chunks it decodes and not the ones it would only keep. */
final class PngDecoder implements PartDecoder {
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
        byte[] exif = Chunks.ofPng(original).body("eXIf");
        return new Header(header.width(), header.height(), Exif.orientation(exif));
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
        Rows stored = Readers.use(Jdk.reader("png"), bare(original, chunks, header.hasPalette()), reader -> {
            return ImageRows.of(reader.read(0)).rows();
        });
        // The JDK reads greys of less than 8 bits as a palette.
        Rows rows = header.isGrey() && stored.colours() != 1 ? new GreyRows(stored) : stored;
        Colour colour = PngColour.of(chunks, rows.colours());
        float[] key = header.key(chunks.body("tRNS"), rows.colours());
        return new Decoded(key == null ? rows : new KeyedRows(rows, key), colour);
    }

    /** The critical chunks, their sums checked, and the palette's transparency. */
    static byte[] bare(byte[] png, Chunks chunks, boolean hasPalette) throws IOException {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(png.length);
        bare.write(png, 0, 8);
        for (Chunk chunk : chunks.all()) {
            if (Character.isUpperCase(chunk.type().charAt(0))
                    || (hasPalette && chunk.type().equals("tRNS"))) {
                checkSum(png, chunk);
                bare.write(png, chunk.start(), chunk.length() + 12);
            }
        }
        return bare.toByteArray();
    }

    private static void checkSum(byte[] png, Chunk chunk) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(png, chunk.start() + 4, chunk.length() + 4);
        if ((int) sum.getValue() != Bytes.big32(png, chunk.body() + chunk.length())) {
            throw new IOException("The sum of chunk " + chunk.type() + " at offset " + chunk.start() + " is wrong");
        }
    }
}
