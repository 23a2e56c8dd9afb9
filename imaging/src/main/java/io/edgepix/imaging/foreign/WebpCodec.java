package io.edgepix.imaging.foreign;

import org.jspecify.annotations.Nullable;

/** WebP by libwebp, from and to planes on the narrow scale of BT.601. Safe for use by many threads at once. */
public final class WebpCodec {
    /** What the header of a still or animated picture says. */
    public record Features(int width, int height, boolean alpha, boolean animated, boolean lossy) {}

    private static final int LOSSY = 0;
    private static final int LOSSLESS = 1;
    private static final int SHARP = 2;

    private final NativeFunction encode;
    private final NativeFunction encodeRgb;
    private final NativeFunction decode;
    private final NativeFunction part;
    private final NativeFunction features;

    /** Throws {@link UnsatisfiedLinkError} where the library is another one. */
    public WebpCodec(NativeLibrary library) {
        encode = new NativeFunction(library.codecs(), "webp_encode");
        encodeRgb = new NativeFunction(library.codecs(), "webp_encode_rgb");
        decode = new NativeFunction(library.codecs(), "webp_decode");
        part = new NativeFunction(library.codecs(), "webp_part");
        features = new NativeFunction(library.codecs(), "webp_features");
    }

    /**
     * Encodes with loss.
     *
     * @param planes with chroma of half width and height, rounded up
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, Planes planes, int quality) {
        long[] slots = {
            planes.luma(),
            planes.blue(),
            planes.red(),
            0,
            planes.stride(),
            planes.chromaStride(),
            0,
            planes.width(),
            planes.height(),
            quality,
            0,
            0
        };
        if (!encode.call(slots)) {
            throw new IllegalStateException("libwebp could not encode");
        }
        return memory.take(slots[10], slots[11]);
    }

    /**
     * Encodes with loss, alpha without.
     *
     * @param samples three or four bytes a pixel, alpha straight
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, byte[] samples, int bands, int width, int height, int quality) {
        return encode(memory, samples, bands, width, height, quality, LOSSY);
    }

    /**
     * Encodes with loss, and halves chroma so that thin saturated lines keep their colour; that takes longer.
     *
     * @param samples three bytes a pixel
     * @param quality 1 to 100
     */
    public byte[] encodeSharp(NativeMemory memory, byte[] samples, int width, int height, int quality) {
        return encode(memory, samples, 3, width, height, quality, SHARP);
    }

    /**
     * Encodes without loss, but for the colours of what cannot be seen.
     *
     * @param samples three or four bytes a pixel, alpha straight
     * @param effort 0 to 100, which is the slowest and smallest
     */
    public byte[] encodeLossless(NativeMemory memory, byte[] samples, int bands, int width, int height, int effort) {
        return encode(memory, samples, bands, width, height, effort, LOSSLESS);
    }

    private byte[] encode(
            NativeMemory memory, byte[] samples, int bands, int width, int height, int quality, int mode) {
        long copy = memory.copy(samples);
        long[] slots = {copy, bands, width, height, quality, mode, 0, 0};
        if (!encodeRgb.call(slots)) {
            throw new IllegalStateException("libwebp could not encode");
        }
        memory.release(copy);
        return memory.take(slots[6], slots[7]);
    }

    /** Null where there is no header of WebP's. */
    public @Nullable Features features(long bytes, long length) {
        long[] slots = {bytes, length, 0, 0, 0, 0, 0};
        if (!features.call(slots)) {
            return null;
        }
        return new Features((int) slots[2], (int) slots[3], slots[4] != 0, slots[5] != 0, slots[6] == 1);
    }

    /**
     * Decodes the first rows, as many as there are, of a still picture that is cut short.
     *
     * @param bands 3 or 4, which is with straight alpha
     * @param missing the value of samples that are not there
     * @return null where no row is there
     */
    public byte @Nullable [] decodePart(
            NativeMemory memory, byte[] webp, int bands, int width, int height, int missing) {
        long stride = (long) width * bands;
        long samples = memory.allocate(stride * height);
        NativeMemory.fill(samples, stride * height, missing);
        long[] slots = {memory.copy(webp), webp.length, samples, bands, width, height, 0};
        if (!part.call(slots) || slots[6] == 0) {
            return null;
        }
        NativeMemory.fill(samples + stride * slots[6], stride * (height - slots[6]), missing);
        return NativeMemory.bytes(samples, stride * height);
    }

    /** Decodes luma and chroma as they are stored, of a still and lossy picture; null where it is damaged. */
    public @Nullable Planes decode(NativeMemory memory, long bytes, long length, int width, int height) {
        Planes planes = Planes.allocate(memory, width, height, 2, 2);
        boolean decoded = decode.call(
                bytes,
                length,
                planes.luma(),
                planes.stride(),
                planes.blue(),
                planes.red(),
                planes.chromaStride(),
                planes.stride() * height,
                planes.chromaStride() * planes.chromaHeight());
        return decoded ? planes : null;
    }
}
