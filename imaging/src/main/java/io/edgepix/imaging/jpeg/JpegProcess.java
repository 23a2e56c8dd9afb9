package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.model.UnrenderableException;
import java.util.Optional;

/** Decides, from only the header, which coding processes of JPEG can be decoded. */
public final class JpegProcess {
    private static final int EXTENDED = 0xC1;
    private static final int HIERARCHICAL = 0xC5;

    private JpegProcess() {}

    /** Tells whether a JPEG is baseline, extended or progressive with Huffman coding, and has 1, 3 or 4 components. */
    static boolean isHuffman(JpegHeader header) {
        return header.process() <= JpegMarker.PROGRESSIVE && header.components() != 2 && header.components() <= 4;
    }

    /**
     * Tells whether a JPEG is sequential or progressive with arithmetic coding. libjpeg-turbo reads such files, but no
     * decoder in Java does.
     */
    public static boolean isArithmetic(JpegHeader header) {
        return header.depth() == 8
                && (header.process() == JpegMarker.ARITHMETIC || header.process() == JpegMarker.ARITHMETIC_PROGRESSIVE);
    }

    /** Throws if the process, the depth or the subsampling of a JPEG is not supported. */
    public static void check(JpegHeader header) throws UnrenderableException {
        Optional<String> kind = unsupported(header);
        if (kind.isPresent()) {
            throw UnrenderableException.unsupported(kind.get() + " JPEG");
        }
    }

    private static Optional<String> unsupported(JpegHeader header) {
        if (header.process() >= JpegMarker.ARITHMETIC) {
            return Optional.of("arithmetic-coded");
        }
        if (header.process() >= HIERARCHICAL) {
            return Optional.of("hierarchical");
        }
        if (header.isLossless()) {
            return isWhole(header) ? Optional.empty() : Optional.of("subsampled lossless");
        }
        boolean extended = header.process() == EXTENDED || header.process() == JpegMarker.PROGRESSIVE;
        boolean known = header.depth() == 8 || (header.depth() == 12 && extended);
        return known ? Optional.empty() : Optional.of(header.depth() + "-bit");
    }

    /** Tells whether all components of a lossless JPEG have the same size. */
    private static boolean isWhole(JpegHeader header) {
        for (int i = 0; i < header.components(); i++) {
            if (header.across(i) != header.across(0) || header.down(i) != header.down(0)) {
                return false;
            }
        }
        return header.components() == 1 || (header.across(0) == 1 && header.down(0) == 1);
    }
}
