package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegRecoder;
import io.edgepix.imaging.jpeg.JpegScans;
import java.io.IOException;

/** Brings JPEGs from arithmetic coding into Huffman codes by libjpeg-turbo. */
public final class NativeRecoder implements JpegRecoder {
    /** Of a sample: its coefficient, and what it takes in the recoded file at most. */
    private static final int BYTES = 4;

    private final NativeCode code;

    /** Makes a recoder that takes its memory from the budget of the native code. */
    public NativeRecoder(NativeCode code) {
        this.code = code;
    }

    @Override
    public byte[] huffman(byte[] jpeg, JpegHeader header) throws IOException {
        long pixels = (long) header.width() * header.height();
        long size = jpeg.length + BYTES * pixels * header.components();
        try (NativeBudget.Part part = code.budget.take(size);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new OutOfMemoryError(size + " bytes outside the heap");
            }
            byte[] huffman = code.jpeg.recode(memory, memory.copy(jpeg), jpeg.length, JpegScans.most(pixels));
            if (huffman == null) {
                throw new IOException("libjpeg-turbo finds its data damaged");
            }
            return huffman;
        }
    }
}
