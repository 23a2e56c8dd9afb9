package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.jpeg.JpegDecoder;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegProcess;
import io.edgepix.imaging.jpeg.JpegRepair;
import io.edgepix.imaging.jpeg.JpegScans;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** JPEG, brought from arithmetic coding into Huffman codes by libjpeg-turbo before it is decoded. */
public final class RecodedJpeg implements PartDecoder {
    /** Of a sample: its coefficient, and what it takes in the recoded file at most. */
    private static final int BYTES = 4;

    private final JpegDecoder decoder;
    private final NativeCode code;

    public RecodedJpeg(JpegDecoder decoder, NativeCode code) {
        this.decoder = decoder;
        this.code = code;
    }

    @Override
    public String name() {
        return decoder.name();
    }

    @Override
    public boolean recognises(byte[] original) {
        return decoder.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        JpegHeader header = JpegRepair.header(original);
        return JpegProcess.isArithmetic(header) ? JpegDecoder.header(header) : decoder.header(original);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return decoder.nanos(original, header);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        return decoder.decode(huffman(original), detail);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return decoder.decodePart(huffman(original), detail);
    }

    /** The same picture in Huffman codes; itself if it is coded so. */
    private byte[] huffman(byte[] original) throws IOException {
        JpegHeader header = JpegRepair.header(original);
        if (!JpegProcess.isArithmetic(header)) {
            return original;
        }
        byte[] whole = JpegRepair.whole(original);
        long pixels = (long) header.width() * header.height();
        long size = whole.length + BYTES * pixels * header.components();
        try (NativeBudget.Part part = code.budget.take(size);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new OutOfMemoryError(size + " bytes outside the heap");
            }
            byte[] huffman = code.jpeg.recode(memory, memory.copy(whole), whole.length, JpegScans.most(pixels));
            if (huffman == null) {
                throw new IOException("libjpeg-turbo finds its data damaged");
            }
            return huffman;
        }
    }
}
