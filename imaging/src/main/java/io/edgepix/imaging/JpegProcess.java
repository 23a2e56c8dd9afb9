package io.edgepix.imaging;

import org.jspecify.annotations.Nullable;

/** The ways to code a JPEG that the standard has and no browser reads, by the header alone. */
final class JpegProcess {
    private static final int PROGRESSIVE = 0xC2;
    private static final int LOSSLESS = 0xC3;
    private static final int ARITHMETIC = 0xC9;
    private static final int ARITHMETIC_PROGRESSIVE = 0xCA;

    private JpegProcess() {}

    /** Whether it is baseline, extended or progressive by Huffman codes, with as many components as have a meaning. */
    static boolean isHuffman(JpegHeader header) {
        return header.process() <= PROGRESSIVE && header.components() != 2 && header.components() <= 4;
    }

    /** Whether it is sequential or progressive by arithmetic codes, which libjpeg-turbo reads and nothing in Java. */
    static boolean isArithmetic(JpegHeader header) {
        return header.depth() == 8 && (header.process() == ARITHMETIC || header.process() == ARITHMETIC_PROGRESSIVE);
    }

    static void check(JpegHeader header) throws UnrenderableException {
        String kind = unsupported(header.process(), header.depth());
        if (kind != null) {
            throw UnrenderableException.unsupported(kind + " JPEG");
        }
    }

    private static @Nullable String unsupported(int process, int depth) {
        if (process >= ARITHMETIC) {
            return "arithmetic-coded";
        }
        if (process >= 0xC5) {
            return "hierarchical";
        }
        return process != LOSSLESS && depth != 8 ? depth + "-bit" : null;
    }
}
