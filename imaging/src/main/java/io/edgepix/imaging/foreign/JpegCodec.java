package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.JpegDecode;
import io.edgepix.imaging.foreign.Calls.JpegEncode;
import io.edgepix.imaging.foreign.Calls.JpegRecode;
import io.edgepix.imaging.foreign.Calls.JpegToPlanes;
import io.edgepix.imaging.foreign.Calls.JpegToRgb;
import java.util.Optional;

/**
 * JPEG from and to planes in the full range of JFIF, by libjpeg-turbo and by our own decoders. Safe for concurrent use.
 */
public final class JpegCodec {
    private static final int YUV_444 = 0;
    private static final int YUV_420 = 2;
    private static final int GREY = 3;

    private final NativeFunction<JpegDecode> decode;
    private final NativeFunction<JpegDecode> baseline;
    private final NativeFunction<JpegDecode> progressive;
    private final NativeFunction<JpegRecode> recode;
    private final NativeFunction<JpegEncode> encode;
    private final NativeFunction<JpegToRgb> toRgb;
    private final NativeFunction<JpegToPlanes> toPlanes;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public JpegCodec(NativeLibrary library) {
        decode = new NativeFunction<>(library.codecs(), "jpeg_decode", JpegDecode.values());
        baseline = new NativeFunction<>(library.codecs(), "jpeg_decode_baseline", JpegDecode.values());
        progressive = new NativeFunction<>(library.codecs(), "jpeg_decode_progressive", JpegDecode.values());
        recode = new NativeFunction<>(library.codecs(), "jpeg_recode", JpegRecode.values());
        encode = new NativeFunction<>(library.codecs(), "jpeg_encode", JpegEncode.values());
        toRgb = new NativeFunction<>(library.codecs(), "jpeg_to_rgb", JpegToRgb.values());
        toPlanes = new NativeFunction<>(library.codecs(), "jpeg_to_planes", JpegToPlanes.values());
    }

    /**
     * Decodes luma and chroma as they are stored.
     *
     * @param width the width of the whole picture; {@code height} likewise
     * @param shrink the divisor of the sides, which are rounded up: 1, 2, 4 or 8
     * @param mostScans the most scans; more of them are unusual
     * @return empty if anything is unusual: a different colour space, damage, a warning
     */
    public Optional<Planes> decode(
            NativeMemory memory, long bytes, long length, int width, int height, int shrink, int mostScans) {
        return planes(memory, decode, bytes, length, width, height, shrink, mostScans);
    }

    /**
     * Decodes luma and chroma of a baseline JPEG by our own decoder. Samples are those of libjpeg-turbo, if all but the
     * lowest {@code 8 / shrink} coefficients of each block, across and down, are 0.
     *
     * @param width the width of the whole picture; {@code height} likewise
     * @param shrink the divisor of the sides, which are rounded up: 1, 2, 4 or 8
     * @return empty if anything is unusual; libjpeg-turbo may decode it
     */
    public Optional<Planes> decodeBaseline(
            NativeMemory memory, long bytes, long length, int width, int height, int shrink) {
        return planes(memory, baseline, bytes, length, width, height, shrink, 1);
    }

    /**
     * Decodes luma and chroma of a progressive JPEG by our own decoder. Samples are those of libjpeg-turbo, if all but
     * the lowest {@code 8 / shrink} coefficients of each block, across and down, are 0, and the scans contain all bits.
     * A coefficient that lacks its low bits is taken from the middle of its possible values, unlike by libjpeg-turbo.
     *
     * @param width the width of the whole picture; {@code height} likewise
     * @param shrink the divisor of the sides, which are rounded up: 1, 2, 4 or 8
     * @param mostScans the most scans; more of them are unusual
     * @return empty if anything is unusual; libjpeg-turbo may decode it
     */
    public Optional<Planes> decodeProgressive(
            NativeMemory memory, long bytes, long length, int width, int height, int shrink, int mostScans) {
        return planes(memory, progressive, bytes, length, width, height, shrink, mostScans);
    }

    private static Optional<Planes> planes(
            NativeMemory memory,
            NativeFunction<JpegDecode> decoder,
            long bytes,
            long length,
            int width,
            int height,
            int shrink,
            int mostScans) {
        NativeCall<JpegDecode> call = decoder.call()
                .with(JpegDecode.BYTES, bytes)
                .with(JpegDecode.LENGTH, length)
                .with(JpegDecode.WIDTH, width)
                .with(JpegDecode.HEIGHT, height)
                .with(JpegDecode.DENOMINATOR, shrink)
                .with(JpegDecode.MAX_SCANS, mostScans);
        if (!call.run()) {
            return Optional.empty();
        }
        memory.adopt(call.get(JpegDecode.BLOCK));
        return Optional.of(new Planes(
                Math.ceilDiv(width, shrink),
                Math.ceilDiv(height, shrink),
                call.getInt(JpegDecode.ACROSS),
                call.getInt(JpegDecode.DOWN),
                call.get(JpegDecode.LUMA),
                call.get(JpegDecode.CB),
                call.get(JpegDecode.CR),
                call.get(JpegDecode.LUMA_STRIDE),
                call.get(JpegDecode.CHROMA_STRIDE)));
    }

    /**
     * Recodes an arithmetic-coded JPEG with Huffman codes, without loss.
     *
     * @param mostScans the most scans; more of them are unusual
     * @return empty if anything is unusual: damage, a warning
     */
    public Optional<byte[]> recode(NativeMemory memory, long bytes, long length, int mostScans) {
        NativeCall<JpegRecode> call = recode.call()
                .with(JpegRecode.BYTES, bytes)
                .with(JpegRecode.LENGTH, length)
                .with(JpegRecode.MAX_SCANS, mostScans);
        return call.run()
                ? Optional.of(memory.take(call.get(JpegRecode.RESULT), call.get(JpegRecode.RESULT_LENGTH)))
                : Optional.empty();
    }

    /**
     * Encodes with Huffman tables optimised for the picture.
     *
     * @param planes planes without chroma, or with chroma of the same width and height or half of both, rounded up
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, Planes planes, int quality) {
        NativeCall<JpegEncode> call = encode.call()
                .with(JpegEncode.LUMA, planes.luma())
                .with(JpegEncode.CB, planes.cb())
                .with(JpegEncode.CR, planes.cr())
                .with(JpegEncode.LUMA_STRIDE, planes.stride())
                .with(JpegEncode.CHROMA_STRIDE, planes.chromaStride())
                .with(JpegEncode.WIDTH, planes.width())
                .with(JpegEncode.HEIGHT, planes.height())
                .with(JpegEncode.SAMPLING, planes.isGrey() ? GREY : sampling(planes))
                .with(JpegEncode.QUALITY, quality);
        if (!call.run()) {
            throw new IllegalStateException("libjpeg-turbo could not encode");
        }
        return memory.take(call.get(JpegEncode.RESULT), call.get(JpegEncode.RESULT_LENGTH));
    }

    private static int sampling(Planes planes) {
        return planes.across() == 1 ? YUV_444 : YUV_420;
    }

    /**
     * Converts planes to red, green and blue.
     *
     * @param planes planes with chroma as wide and high as luma
     * @return three bytes per pixel
     */
    public byte[] rgb(NativeMemory memory, Planes planes) {
        long size = 3L * planes.width() * planes.height();
        long rgb = memory.allocate(size);
        NativeCall<JpegToRgb> call = toRgb.call()
                .with(JpegToRgb.LUMA, planes.luma())
                .with(JpegToRgb.CB, planes.cb())
                .with(JpegToRgb.CR, planes.cr())
                .with(JpegToRgb.LUMA_STRIDE, planes.stride())
                .with(JpegToRgb.CHROMA_STRIDE, planes.chromaStride())
                .with(JpegToRgb.WIDTH, planes.width())
                .with(JpegToRgb.HEIGHT, planes.height())
                .with(JpegToRgb.RGB, rgb);
        if (!call.run()) {
            throw new IllegalStateException("libjpeg-turbo could not convert to RGB");
        }
        byte[] bytes = NativeMemory.bytes(rgb, size);
        memory.release(rgb);
        return bytes;
    }

    /**
     * Converts interleaved samples without gaps between rows to planes.
     *
     * @param bands 3 or 4; the fourth band is ignored
     * @param shared the number of columns, and of rows, of luma that share a sample of chroma: 1 or 2
     */
    public Planes planes(NativeMemory memory, long samples, int bands, int width, int height, int shared) {
        Planes planes = Planes.allocate(memory, width, height, shared, shared);
        NativeCall<JpegToPlanes> call = toPlanes.call()
                .with(JpegToPlanes.SAMPLES, samples)
                .with(JpegToPlanes.BANDS, bands)
                .with(JpegToPlanes.WIDTH, width)
                .with(JpegToPlanes.HEIGHT, height)
                .with(JpegToPlanes.SAMPLING, sampling(planes))
                .with(JpegToPlanes.LUMA, planes.luma())
                .with(JpegToPlanes.CB, planes.cb())
                .with(JpegToPlanes.CR, planes.cr())
                .with(JpegToPlanes.LUMA_STRIDE, planes.stride())
                .with(JpegToPlanes.CHROMA_STRIDE, planes.chromaStride());
        if (!call.run()) {
            throw new IllegalStateException("libjpeg-turbo could not convert from RGB");
        }
        return planes;
    }
}
