package io.edgepix.imaging;

import io.edgepix.imaging.Chunks.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Brings what a WebP that is cut short says of its length into accord with what there is of it, and back. */
final class WebpEnd {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpEnd() {}

    /** Shortens the file and its last chunk to what is there; the same bytes where they are whole. */
    static byte[] of(byte[] webp) {
        if (webp.length < FIRST_CHUNK + CHUNK_HEADER || length(webp, 4) <= webp.length - CHUNK_HEADER) {
            return webp;
        }
        byte[] ended = webp.clone();
        ByteBuffer lengths = Bytes.little(ended);
        lengths.putInt(4, webp.length - CHUNK_HEADER);
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= webp.length) {
            int chunk = (int) at;
            long length = length(webp, chunk + 4);
            int there = webp.length - chunk - CHUNK_HEADER;
            if (length > there) {
                lengths.putInt(chunk + 4, there);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return ended;
    }

    /** Says that the file and its last chunk are longer than they are, so that a decoder takes their end for a pause. */
    static byte[] open(byte[] ended) throws IOException {
        Chunk last = WebpDecoder.chunks(ended).all().getLast();
        byte[] open = ended.clone();
        ByteBuffer lengths = Bytes.little(open);
        lengths.putInt(4, lengths.getInt(4) + 2 + (last.length() & 1));
        lengths.putInt(last.start() + 4, last.length() + 2);
        return open;
    }

    private static long length(byte[] webp, int at) {
        return Bytes.little(webp).getInt(at) & 0xFFFF_FFFFL;
    }
}
