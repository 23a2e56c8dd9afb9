package io.edgepix.imaging.planar;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.WebpCodec.Features;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.webp.WebpDecoder;
import io.edgepix.imaging.webp.WebpFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a still WebP that is cut short as far as it goes; of an animation the first frame, where it is whole. */
public final class PartWebp implements PartDecoder {
    private static final int GREY = 0x80;
    private static final int TRANSPARENT = 0;
    /** Of a pixel: what is decoded without loss, and its samples. */
    private static final int BYTES = 12;

    private final WebpDecoder whole = new WebpDecoder();
    private final NativeCode code;

    public PartWebp(NativeCode code) {
        this.code = code;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public boolean recognises(byte[] original) {
        return whole.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException {
        return whole.header(original);
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return whole.nanos(original, header);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        return whole.decode(original, detail);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        WebpFile file = WebpFile.read(original);
        if (file.chunks().first("ANMF") != null) {
            return whole.decode(original, detail);
        }
        Header header = header(original);
        long size = original.length + (long) BYTES * header.width() * header.height();
        try (NativeBudget.Part part = code.budget.take(size);
                NativeMemory memory = code.memory()) {
            if (part == null) {
                throw new OutOfMemoryError(size + " bytes outside the heap");
            }
            Picture picture = picture(memory, file, header);
            return ImageRows.of(picture.asImage(), file.chunks().body("ICCP"));
        }
    }

    private Picture picture(NativeMemory memory, WebpFile file, Header header) throws IOException {
        byte[] open = open(file);
        long bytes = memory.copy(open);
        Features features = code.webp.features(bytes, open.length);
        memory.release(bytes);
        if (features == null || features.width() != header.width() || features.height() != header.height()) {
            throw new IOException("Expected " + header + ", and libwebp found " + features);
        }
        int bands = features.alpha() ? 4 : 3;
        int missing = features.alpha() ? TRANSPARENT : GREY;
        byte[] samples = code.webp.decodePart(memory, open, bands, header.width(), header.height(), missing);
        if (samples == null) {
            throw new IOException("No row of the picture is there");
        }
        return new Picture(header.width(), header.height(), features.alpha(), samples);
    }

    /** Makes the file and its last chunk state more bytes than there are, so that libwebp takes their end for a pause. */
    private static byte[] open(WebpFile file) {
        Chunk last = file.chunks().all().getLast();
        byte[] open = file.bytes().clone();
        ByteBuffer lengths = Bytes.little(open);
        lengths.putInt(4, lengths.getInt(4) + 2 + (last.length() & 1));
        lengths.putInt(last.start() + 4, last.length() + 2);
        return open;
    }
}
