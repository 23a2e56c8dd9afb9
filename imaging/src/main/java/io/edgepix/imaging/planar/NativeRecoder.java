package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegRecoder;
import io.edgepix.imaging.jpeg.JpegScanCheck;
import java.io.IOException;

/** Converts JPEGs from arithmetic coding to Huffman coding by libjpeg-turbo. */
public final class NativeRecoder implements JpegRecoder {
    /** The most bytes per sample, for its coefficient and for the recoded file. */
    private static final int BYTES = 4;

    private final NativeCode code;

    /** Creates a recoder that takes its memory from the budget of the native code. */
    public NativeRecoder(NativeCode code) {
        this.code = code;
    }

    @Override
    public byte[] huffman(byte[] jpeg, JpegHeader header) throws IOException {
        long pixels = (long) header.width() * header.height();
        long size = jpeg.length + BYTES * pixels * header.components();
        try (NativeBudget.Part _ = code.budget.require(size);
                NativeMemory memory = code.memory()) {
            return code.jpeg
                    .recode(memory, memory.copy(jpeg), jpeg.length, JpegScanCheck.most(pixels))
                    .orElseThrow(
                            () -> new IOException("Expected a JPEG that libjpeg-turbo can recode, got a damaged one"));
        }
    }
}
