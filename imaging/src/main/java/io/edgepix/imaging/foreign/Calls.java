package io.edgepix.imaging.foreign;

/**
 * The parameters of our C functions. Each enum lists the fields of the struct of the same name in {@code calls.h}, in
 * the same order. {@code calls.h} also describes the fields.
 */
final class Calls {
    enum Allocate {
        SIZE,
        BLOCK
    }

    enum Free {
        BLOCK
    }

    enum JpegDecode {
        BYTES,
        LENGTH,
        WIDTH,
        HEIGHT,
        DENOMINATOR,
        MAX_SCANS,
        ACROSS,
        DOWN,
        BLOCK,
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE
    }

    enum JpegRecode {
        BYTES,
        LENGTH,
        MAX_SCANS,
        RESULT,
        RESULT_LENGTH
    }

    enum JpegEncode {
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE,
        WIDTH,
        HEIGHT,
        SAMPLING,
        QUALITY,
        RESULT,
        RESULT_LENGTH
    }

    enum JpegToRgb {
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE,
        WIDTH,
        HEIGHT,
        RGB
    }

    enum JpegToPlanes {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        SAMPLING,
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE
    }

    enum WebpEncode {
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE,
        WIDTH,
        HEIGHT,
        QUALITY,
        RESULT,
        RESULT_LENGTH
    }

    enum WebpEncodeRgb {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        QUALITY,
        METHOD,
        LOSSLESS,
        SHARP,
        RESULT,
        RESULT_LENGTH
    }

    enum WebpDecode {
        BYTES,
        LENGTH,
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE,
        LUMA_SIZE,
        CHROMA_SIZE
    }

    enum WebpPart {
        BYTES,
        LENGTH,
        WIDTH,
        HEIGHT,
        BANDS,
        SAMPLES
    }

    enum WebpFeatures {
        BYTES,
        LENGTH,
        WIDTH,
        HEIGHT,
        HAS_ALPHA,
        HAS_ANIMATION,
        FORMAT
    }

    enum WebpChange {
        SHOWN,
        SAMPLES,
        WIDTH,
        HEIGHT,
        DIFFERENCE,
        CLEARED_LEFT,
        CLEARED_TOP,
        CLEARED_RIGHT,
        CLEARED_BOTTOM,
        LEFT,
        TOP,
        RIGHT,
        BOTTOM,
        BLENDS
    }

    enum WebpCut {
        SHOWN,
        SAMPLES,
        WIDTH,
        DIFFERENCE,
        LEFT,
        TOP,
        RIGHT,
        BOTTOM,
        BLEND,
        BLOCK,
        SHOW,
        PART,
        KEPT
    }

    enum PngDecode {
        DATA,
        LENGTH,
        WIDTH,
        HEIGHT,
        BANDS,
        DEPTH,
        TABLE,
        COLOURS,
        HALVINGS,
        PROBE,
        LUMA,
        CB,
        CR,
        LUMA_STRIDE,
        CHROMA_STRIDE,
        RED,
        GREEN,
        BLUE,
        ALPHA,
        STRIDE,
        ROWS,
        REPEATS
    }

    enum Resample {
        PLANE,
        STRIDE,
        WIDTH,
        HEIGHT,
        COLUMN_STARTS,
        COLUMN_WEIGHTS,
        COLUMN_TAPS,
        COLUMNS,
        ROW_STARTS,
        ROW_WEIGHTS,
        ROW_TAPS,
        ROWS,
        BIAS,
        RESULT,
        RESULT_STRIDE,
        SCRATCH
    }

    enum Halve {
        PLANE,
        STRIDE,
        WIDTH,
        HEIGHT,
        ACROSS,
        DOWN,
        RESULT,
        RESULT_STRIDE,
        SCRATCH
    }

    enum Turn {
        PLANE,
        STRIDE,
        WIDTH,
        HEIGHT,
        SWAP_SIDES,
        FLIP_X,
        FLIP_Y,
        RESULT,
        RESULT_STRIDE
    }

    enum Steps {
        PLANE,
        STRIDE,
        WIDTH,
        HEIGHT,
        DIFFERENCE,
        COUNT
    }

    enum Split {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        RED,
        GREEN,
        BLUE,
        ALPHA,
        STRIDE
    }

    enum Join {
        RED,
        GREEN,
        BLUE,
        ALPHA,
        STRIDE,
        WIDTH,
        HEIGHT,
        SAMPLES
    }

    enum Repeats {
        SAMPLES,
        BANDS,
        PIXELS,
        COUNT
    }

    enum VipsStart {
        UNUSED
    }

    enum VipsHeader {
        BYTES,
        LENGTH,
        FORMAT,
        WIDTH,
        HEIGHT,
        DEPTH
    }

    enum VipsDecode {
        BYTES,
        LENGTH,
        FORMAT,
        SAMPLES,
        WIDTH,
        HEIGHT,
        BANDS,
        DEPTH
    }

    enum VipsEncodeJpeg {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        QUALITY,
        HALVED,
        RESULT,
        RESULT_LENGTH
    }

    enum VipsEncodeAvif {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        QUALITY,
        EFFORT,
        RESULT,
        RESULT_LENGTH
    }

    enum VipsEncodePng {
        SAMPLES,
        BANDS,
        WIDTH,
        HEIGHT,
        FILTERED,
        RESULT,
        RESULT_LENGTH
    }

    enum VipsEncodeGif {
        SAMPLES,
        WIDTH,
        HEIGHT,
        FRAMES,
        DELAYS,
        LOOPS,
        EFFORT,
        RESULT,
        RESULT_LENGTH
    }

    enum VipsOpen {
        BYTES,
        LENGTH,
        FRAMES,
        IMAGE,
        REGION,
        WIDTH,
        HEIGHT,
        BANDS
    }

    enum VipsRows {
        REGION,
        WIDTH,
        BANDS,
        FIRST_ROW,
        ROWS,
        SAMPLES
    }

    enum VipsClose {
        IMAGE,
        REGION
    }

    private Calls() {}
}
