package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.WebpDecode;
import io.edgepix.imaging.foreign.Calls.WebpEncode;
import io.edgepix.imaging.foreign.Calls.WebpEncodeRgb;
import io.edgepix.imaging.foreign.Calls.WebpFeatures;
import io.edgepix.imaging.foreign.Calls.WebpPart;
import java.util.Optional;

/** WebP by libwebp, from and to planes in the narrow range of BT.601. Safe for concurrent use. */
public final class WebpCodec {
    private static final int FORMAT_LOSSY = 1;
    private static final int METHOD = 4;

    /** The header of a still or animated picture. */
    public record Features(int width, int height, boolean alpha, boolean animated, boolean lossy) {
        /** Returns the features of a picture that is lossy, still and opaque. */
        public static Features ofPlain(int width, int height) {
            return new Features(width, height, false, false, true);
        }
    }

    private final NativeFunction<WebpEncode> encode;
    private final NativeFunction<WebpEncodeRgb> encodeRgb;
    private final NativeFunction<WebpDecode> decode;
    private final NativeFunction<WebpPart> part;
    private final NativeFunction<WebpFeatures> features;

    /** Throws {@link UnsatisfiedLinkError} if the library lacks a function. */
    public WebpCodec(NativeLibrary library) {
        encode = new NativeFunction<>(library.codecs(), "webp_encode", WebpEncode.values());
        encodeRgb = new NativeFunction<>(library.codecs(), "webp_encode_rgb", WebpEncodeRgb.values());
        decode = new NativeFunction<>(library.codecs(), "webp_decode", WebpDecode.values());
        part = new NativeFunction<>(library.codecs(), "webp_part", WebpPart.values());
        features = new NativeFunction<>(library.codecs(), "webp_features", WebpFeatures.values());
    }

    /**
     * Encodes as lossy WebP.
     *
     * @param planes planes with chroma of half the width and height, rounded up
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, Planes planes, int quality) {
        NativeCall<WebpEncode> call = encode.call()
                .with(WebpEncode.LUMA, planes.luma())
                .with(WebpEncode.CB, planes.cb())
                .with(WebpEncode.CR, planes.cr())
                .with(WebpEncode.LUMA_STRIDE, planes.stride())
                .with(WebpEncode.CHROMA_STRIDE, planes.chromaStride())
                .with(WebpEncode.WIDTH, planes.width())
                .with(WebpEncode.HEIGHT, planes.height())
                .with(WebpEncode.QUALITY, quality);
        if (!call.run()) {
            throw new IllegalStateException("libwebp could not encode");
        }
        return memory.take(call.get(WebpEncode.RESULT), call.get(WebpEncode.RESULT_LENGTH));
    }

    /**
     * Encodes colours with loss, and alpha without loss.
     *
     * @param samples three or four bytes per pixel, with straight alpha
     * @param quality 1 to 100
     */
    public byte[] encode(NativeMemory memory, byte[] samples, int bands, int width, int height, int quality) {
        return encode(memory, encodeRgb.call(), samples, bands, width, height, quality);
    }

    /**
     * Encodes as lossy WebP, and halves chroma in a slower way that keeps the colour of thin saturated lines.
     *
     * @param samples three bytes per pixel
     * @param quality 1 to 100
     */
    public byte[] encodeSharp(NativeMemory memory, byte[] samples, int width, int height, int quality) {
        return encode(memory, encodeRgb.call().with(WebpEncodeRgb.SHARP, true), samples, 3, width, height, quality);
    }

    /**
     * Encodes as lossless WebP. Only the colours of transparent pixels are lost.
     *
     * @param samples three or four bytes per pixel, with straight alpha
     * @param effort 0 to 100; 100 is the slowest, with the smallest result
     */
    public byte[] encodeLossless(NativeMemory memory, byte[] samples, int bands, int width, int height, int effort) {
        NativeCall<WebpEncodeRgb> call = encodeRgb.call().with(WebpEncodeRgb.LOSSLESS, true);
        return encode(memory, call, samples, bands, width, height, effort);
    }

    /**
     * Encodes a frame of an animation.
     *
     * @param samples the address of four bytes per pixel, with straight alpha and no gaps between rows
     * @param quality 1 to 100
     * @param method 0 to 6; the last is the slowest, with the smallest result
     */
    public byte[] encodeFrame(
            NativeMemory memory, long samples, int width, int height, int quality, int method, boolean lossless) {
        return run(
                memory,
                encodeRgb
                        .call()
                        .with(WebpEncodeRgb.SAMPLES, samples)
                        .with(WebpEncodeRgb.BANDS, 4)
                        .with(WebpEncodeRgb.WIDTH, width)
                        .with(WebpEncodeRgb.HEIGHT, height)
                        .with(WebpEncodeRgb.QUALITY, quality)
                        .with(WebpEncodeRgb.METHOD, method)
                        .with(WebpEncodeRgb.LOSSLESS, lossless));
    }

    private static byte[] encode(
            NativeMemory memory,
            NativeCall<WebpEncodeRgb> call,
            byte[] samples,
            int bands,
            int width,
            int height,
            int quality) {
        long copy = memory.copy(samples);
        byte[] webp = run(
                memory,
                call.with(WebpEncodeRgb.SAMPLES, copy)
                        .with(WebpEncodeRgb.BANDS, bands)
                        .with(WebpEncodeRgb.WIDTH, width)
                        .with(WebpEncodeRgb.HEIGHT, height)
                        .with(WebpEncodeRgb.QUALITY, quality)
                        .with(WebpEncodeRgb.METHOD, METHOD));
        memory.release(copy);
        return webp;
    }

    private static byte[] run(NativeMemory memory, NativeCall<WebpEncodeRgb> call) {
        if (!call.run()) {
            throw new IllegalStateException("libwebp could not encode");
        }
        return memory.take(call.get(WebpEncodeRgb.RESULT), call.get(WebpEncodeRgb.RESULT_LENGTH));
    }

    /** Reads the header; empty if it is not that of a WebP. */
    public Optional<Features> features(long bytes, long length) {
        NativeCall<WebpFeatures> call =
                features.call().with(WebpFeatures.BYTES, bytes).with(WebpFeatures.LENGTH, length);
        if (!call.run()) {
            return Optional.empty();
        }
        return Optional.of(new Features(
                call.getInt(WebpFeatures.WIDTH),
                call.getInt(WebpFeatures.HEIGHT),
                call.get(WebpFeatures.HAS_ALPHA) != 0,
                call.get(WebpFeatures.HAS_ANIMATION) != 0,
                call.get(WebpFeatures.FORMAT) == FORMAT_LOSSY));
    }

    /**
     * Decodes the available rows of a truncated still picture.
     *
     * @param webp a file whose lengths are those of the available bytes
     * @param bands 3, or 4 with straight alpha
     * @param missing the value of missing samples
     * @return empty if there is no row
     */
    public Optional<byte[]> decodePart(
            NativeMemory memory, byte[] webp, int bands, int width, int height, int missing) {
        long stride = (long) width * bands;
        long samples = memory.allocate(stride * height);
        NativeMemory.fill(samples, stride * height, missing);
        NativeCall<WebpPart> call = part.call()
                .with(WebpPart.BYTES, memory.copy(webp))
                .with(WebpPart.LENGTH, webp.length)
                .with(WebpPart.WIDTH, width)
                .with(WebpPart.HEIGHT, height)
                .with(WebpPart.BANDS, bands)
                .with(WebpPart.SAMPLES, samples);
        return call.run() ? Optional.of(NativeMemory.bytes(samples, stride * height)) : Optional.empty();
    }

    /** Decodes luma and chroma of a still lossy picture as they are stored; empty if it is damaged. */
    public Optional<Planes> decode(NativeMemory memory, long bytes, long length, int width, int height) {
        Planes planes = Planes.allocate(memory, width, height, 2, 2);
        boolean decoded = decode.call()
                .with(WebpDecode.BYTES, bytes)
                .with(WebpDecode.LENGTH, length)
                .with(WebpDecode.LUMA, planes.luma())
                .with(WebpDecode.CB, planes.cb())
                .with(WebpDecode.CR, planes.cr())
                .with(WebpDecode.LUMA_STRIDE, planes.stride())
                .with(WebpDecode.CHROMA_STRIDE, planes.chromaStride())
                .with(WebpDecode.LUMA_SIZE, planes.stride() * height)
                .with(WebpDecode.CHROMA_SIZE, planes.chromaStride() * planes.chromaHeight())
                .run();
        return decoded ? Optional.of(planes) : Optional.empty();
    }
}
