package io.edgepix.imaging;

import io.edgepix.imaging.UnrenderableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a compressed drawing (.svgz: SVG 1.1, 1.2 "SVG MIME type, file name extension", RFC 1952). Other files in gzip
 * stay as they are.
 */
final class Inflate implements Step {
    private static final String GZIP = "\u001F\u008B";
    private static final int LOOKED_AT = 1 << 16;
    /** However many bytes are accepted: a drawing that is larger takes too long to draw. */
    private static final long MOST_BYTES = 1 << 25;

    private final List<Decoder> vectors;

    Inflate(List<Decoder> decoders) {
        this.vectors = decoders.stream().filter(VectorDecoder.class::isInstance).toList();
    }

    @Override
    public void run(Work work) throws IOException, UnrenderableException {
        byte[] packed = work.original();
        if (!vectors.isEmpty() && Bytes.has(packed, 0, GZIP) && isVector(start(packed))) {
            work.original(inflated(packed, Math.min(MOST_BYTES, work.limits.maxBytes())));
        }
    }

    private boolean isVector(byte[] start) {
        return vectors.stream().anyMatch(decoder -> decoder.recognises(start));
    }

    private static byte[] start(byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(LOOKED_AT);
        copy(packed, LOOKED_AT, out);
        return out.toByteArray();
    }

    /** Its length is counted before it is kept, since a few bytes can unpack to any number. */
    private static byte[] inflated(byte[] packed, long most) throws IOException, UnrenderableException {
        long length = copy(packed, most + 1, OutputStream.nullOutputStream());
        if (length > most) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The drawing unpacks to more than " + most + " bytes, the most that is accepted.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length);
        copy(packed, most, out);
        return out.toByteArray();
    }

    /** Copies as much as can be unpacked: whether that is all, the end of the document tells. */
    private static long copy(byte[] packed, long most, OutputStream out) throws IOException {
        byte[] buffer = new byte[LOOKED_AT];
        long length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), LOOKED_AT)) {
            while (length < most) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, most - length));
                if (count < 0) {
                    break;
                }
                out.write(buffer, 0, count);
                length += count;
            }
        } catch (IOException e) {
            return length;
        }
        return length;
    }
}
