package io.edgepix.imaging.foreign;

import org.jspecify.annotations.Nullable;

/** JPEG by libjpeg-turbo, from and to planes on the full scale of JFIF. Safe for use by many threads at once. */
public final class JpegCodec {
    private static final int WHOLE_CHROMA = 0;
    private static final int HALF_CHROMA = 2;
    private static final int GREY = 3;
    /** How many columns and rows of luma share a sample of chroma, for each of libjpeg-turbo's samplings. */
    private static final int[][] SHARED = {{1, 1}, {2, 1}, {2, 2}, {0, 0}, {1, 2}, {4, 1}, {1, 4}};

    private final NativeFunction decode;
    private final NativeFunction recode;
    private final NativeFunction encode;
    private final NativeFunction toRgb;
    private final NativeFunction toPlanes;

    /** Throws {@link UnsatisfiedLinkError} where the library is another one. */
    public JpegCodec(NativeLibrary library) {
        decode = new NativeFunction(library.codecs(), "jpeg_decode");
        recode = new NativeFunction(library.codecs(), "jpeg_recode");
        encode = new NativeFunction(library.codecs(), "jpeg_encode");
        toRgb = new NativeFunction(library.codecs(), "jpeg_to_rgb");
        toPlanes = new NativeFunction(library.codecs(), "jpeg_to_planes");
    }

    /**
     * Decodes luma and chroma as they are stored.
     *
     * @param width of the whole picture, as is the height
     * @param shrink 1, 2, 4 or 8: sides come out that much shorter, rounded up
     * @param mostScans with more, it is unusual
     * @return null where anything is unusual: another colour space, damage, a warning
     */
    public @Nullable Planes decode(
            NativeMemory memory, long bytes, long length, int width, int height, int shrink, int mostScans) {
        long[] slots = {bytes, length, shrink, 0, 0, 0, 0, 0, 0, 0, 0, width, height, mostScans};
        if (!decode.call(slots)) {
            return null;
        }
        memory.adopt(slots[4]);
        int[] shared = SHARED[(int) slots[3]];
        return new Planes(
                Math.ceilDiv(width, shrink),
                Math.ceilDiv(height, shrink),
                shared[0],
                shared[1],
                slots[5],
                slots[6],
                slots[7],
                slots[8],
                slots[9]);
    }

    /**
     * Brings an arithmetic-coded JPEG into Huffman codes, without loss.
     *
     * @param mostScans with more, it is unusual
     * @return null where anything is unusual: damage, a warning
     */
    public byte @Nullable [] recode(NativeMemory memory, long bytes, long length, int mostScans) {
        long[] slots = {bytes, length, mostScans, 0, 0};
        return recode.call(slots) ? memory.take(slots[3], slots[4]) : null;
    }

    /**
     * Encodes with Huffman tables of its own.
     *
     * @param planes with chroma of the same width and height, or of half of both, rounded up, or grey
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, Planes planes, int quality) {
        long[] slots = {
            planes.luma(),
            planes.blue(),
            planes.red(),
            planes.stride(),
            planes.chromaStride(),
            planes.chromaStride(),
            planes.width(),
            planes.height(),
            planes.isGrey() ? GREY : sampling(planes),
            quality,
            0,
            0
        };
        if (!encode.call(slots)) {
            throw new IllegalStateException("libjpeg-turbo could not encode");
        }
        return memory.take(slots[10], slots[11]);
    }

    private static int sampling(Planes planes) {
        return planes.across() == 1 ? WHOLE_CHROMA : HALF_CHROMA;
    }

    /**
     * Brings planes to red, green and blue.
     *
     * @param planes with chroma as wide and high as luma
     * @return three bytes a pixel
     */
    public byte[] rgb(NativeMemory memory, Planes planes) {
        long size = 3L * planes.width() * planes.height();
        long rgb = memory.allocate(size);
        if (!toRgb.call(
                planes.luma(),
                planes.blue(),
                planes.red(),
                planes.stride(),
                planes.chromaStride(),
                planes.chromaStride(),
                planes.width(),
                planes.height(),
                rgb)) {
            throw new IllegalStateException("libjpeg-turbo could not convert to RGB");
        }
        byte[] bytes = NativeMemory.bytes(rgb, size);
        memory.release(rgb);
        return bytes;
    }

    /**
     * Brings samples that lie together without gaps to planes.
     *
     * @param bands 3, or 4 of which the last is ignored
     * @param shared how many columns, and rows, of luma share a sample of chroma: 1 or 2
     */
    public Planes planes(NativeMemory memory, long samples, int bands, int width, int height, int shared) {
        Planes planes = Planes.allocate(memory, width, height, shared, shared);
        if (!toPlanes.call(
                samples,
                width,
                height,
                planes.luma(),
                planes.blue(),
                planes.red(),
                planes.stride(),
                planes.chromaStride(),
                planes.chromaStride(),
                bands,
                sampling(planes))) {
            throw new IllegalStateException("libjpeg-turbo could not convert from RGB");
        }
        return planes;
    }
}
