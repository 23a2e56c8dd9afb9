package io.edgepix.imaging.foreign;

/**
 * Luma and chroma of one picture, 8 bits per sample, at addresses outside the heap.
 *
 * @param width the width of luma, in samples
 * @param across the number of columns of luma that share a sample of chroma; 0 if the picture is grey
 * @param down the number of rows of luma that share a sample of chroma; 0 if the picture is grey
 * @param cb the plane of Cb
 * @param cr the plane of Cr
 * @param stride the stride of luma in bytes; 16 bytes after every row can be read
 */
public record Planes(
        int width, int height, int across, int down, long luma, long cb, long cr, long stride, long chromaStride) {
    private static final int ALIGNMENT = 16;

    /** Returns whether there is no chroma. */
    public boolean isGrey() {
        return across == 0;
    }

    /** Returns the width of chroma in samples. */
    public int chromaWidth() {
        return isGrey() ? 0 : Math.ceilDiv(width, across);
    }

    /** Returns the height of chroma in samples. */
    public int chromaHeight() {
        return isGrey() ? 0 : Math.ceilDiv(height, down);
    }

    /** Allocates planes with undefined content, with room for an even number of rows and columns. */
    public static Planes allocate(NativeMemory memory, int width, int height, int across, int down) {
        long stride = stride(width);
        if (across == 0) {
            return new Planes(width, height, 0, 0, plane(memory, stride, height), 0, 0, stride, 0);
        }
        long chromaStride = stride(Math.ceilDiv(width, across));
        int chromaHeight = Math.ceilDiv(height, down);
        return new Planes(
                width,
                height,
                across,
                down,
                plane(memory, stride, height),
                plane(memory, chromaStride, chromaHeight),
                plane(memory, chromaStride, chromaHeight),
                stride,
                chromaStride);
    }

    private static long stride(int width) {
        return (width / ALIGNMENT + 1) * (long) ALIGNMENT;
    }

    private static long plane(NativeMemory memory, long stride, int height) {
        return memory.allocate(stride * (height + 1) + ALIGNMENT);
    }

    /** Returns the plane of luma. */
    public NativePlane lumaPlane() {
        return new NativePlane(luma, stride, width, height);
    }

    /** Returns the plane of Cb. */
    public NativePlane cbPlane() {
        return new NativePlane(cb, chromaStride, chromaWidth(), chromaHeight());
    }

    /** Returns the plane of Cr. */
    public NativePlane crPlane() {
        return new NativePlane(cr, chromaStride, chromaWidth(), chromaHeight());
    }
}
