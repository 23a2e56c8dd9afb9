package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.PngDecode;
import java.util.Optional;

/** PNG by our own decoder, to planes that are halved while they are decoded. Safe for concurrent use. */
public final class PngCodec {
    /** Readable bytes that must follow the data. */
    public static final int READ_AHEAD = 8;

    private static final int ALPHA = 4;

    /**
     * The rows of a PNG that is not interlaced.
     *
     * @param data the address of the zlib stream
     * @param bands the number of samples of a stored pixel, 1 to 4
     * @param depth the bits per sample: 8, or 1, 2 or 4 if there is one band
     * @param table the address of red, green, blue and alpha of each sample if there is one band, otherwise 0
     * @param alpha whether pixels have alpha
     */
    public record Rows(
            long data, long length, int width, int height, int bands, int depth, long table, boolean alpha) {}

    /**
     * The planes of a PNG.
     *
     * @param rows the number of rows that were decoded
     * @param repeats the number of their pixels that are equal to the one before; 0 if there is alpha
     */
    public record Decoded<T>(T planes, int rows, long repeats) {}

    private final NativeFunction<PngDecode> decode;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public PngCodec(NativeLibrary library) {
        decode = new NativeFunction<>(library.codecs(), "png_decode", PngDecode.values());
    }

    /**
     * Decodes luma and halved chroma. Luma is halved the given number of times, and chroma once less, but not less than
     * 0 times.
     *
     * @param rows a PNG without alpha
     * @param probe the even number of rows after which decoding ends if at least half of their pixels are repeats; 0 to
     *     decode all rows
     * @return empty if rows are missing or damaged
     */
    public Optional<Decoded<Planes>> luma(NativeMemory memory, Rows rows, int halvings, int probe) {
        int shared = halvings == 0 ? 2 : 1;
        Planes planes = Planes.allocate(
                memory, halved(rows.width(), halvings), halved(rows.height(), halvings), shared, shared);
        return run(
                call(rows, halvings)
                        .with(PngDecode.PROBE, probe)
                        .with(PngDecode.LUMA, planes.luma())
                        .with(PngDecode.CB, planes.cb())
                        .with(PngDecode.CR, planes.cr())
                        .with(PngDecode.LUMA_STRIDE, planes.stride())
                        .with(PngDecode.CHROMA_STRIDE, planes.chromaStride()),
                planes);
    }

    /**
     * Decodes colours multiplied by alpha, and alpha. They are halved the given number of times.
     *
     * @return empty if rows are missing or damaged
     */
    public Optional<Decoded<AlphaPlanes>> colours(NativeMemory memory, Rows rows, int halvings) {
        AlphaPlanes planes =
                AlphaPlanes.allocate(memory, halved(rows.width(), halvings), halved(rows.height(), halvings));
        return run(
                call(rows, halvings)
                        .with(PngDecode.RED, planes.address(0))
                        .with(PngDecode.GREEN, planes.address(1))
                        .with(PngDecode.BLUE, planes.address(2))
                        .with(PngDecode.ALPHA, planes.address(3))
                        .with(PngDecode.STRIDE, planes.any().stride()),
                planes);
    }

    /** Returns the length of a side after halving, each time rounded up. */
    private static int halved(int side, int halvings) {
        return Math.ceilDiv(side, 1 << halvings);
    }

    private NativeCall<PngDecode> call(Rows rows, int halvings) {
        return decode.call()
                .with(PngDecode.DATA, rows.data())
                .with(PngDecode.LENGTH, rows.length())
                .with(PngDecode.WIDTH, rows.width())
                .with(PngDecode.HEIGHT, rows.height())
                .with(PngDecode.BANDS, rows.bands())
                .with(PngDecode.DEPTH, rows.depth())
                .with(PngDecode.TABLE, rows.table())
                .with(PngDecode.COLOURS, rows.alpha() ? ALPHA : ALPHA - 1)
                .with(PngDecode.HALVINGS, halvings);
    }

    private static <T> Optional<Decoded<T>> run(NativeCall<PngDecode> call, T planes) {
        return call.run()
                ? Optional.of(new Decoded<>(planes, call.getInt(PngDecode.ROWS), call.get(PngDecode.REPEATS)))
                : Optional.empty();
    }
}
