package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.recognition.XmlRoot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks an SVG in gzip (.svgz: SVG 1.1, 1.2 "SVG MIME type, file name extension", RFC 1952). Other files in gzip are
 * returned as they are.
 */
final class Inflate {
    private static final String GZIP = "\u001F\u008B";
    /** White space and byte order marks, in UTF-8 and UTF-16. */
    private static final String BEFORE_MARKUP = "\0 \t\r\n\u00EF\u00BB\u00BF\u00FE\u00FF";

    private static final int LOOKED_AT = 1 << 16;
    /** The most bytes of a drawing, even if the limits allow more. A larger one takes too long to draw. */
    private static final long MOST_BYTES = 1 << 25;

    private final List<Decoder> vectors;

    Inflate(List<Decoder> decoders) {
        this.vectors = decoders.stream().filter(Decoder::readsDrawings).toList();
    }

    /**
     * Returns the unpacked drawing, or the file itself if it is not a drawing in gzip.
     *
     * @throws UnrenderableException if the drawing is too large
     */
    byte[] unpacked(byte[] file, Limits limits) throws UnrenderableException {
        long most = Math.min(MOST_BYTES, limits.maxBytes());
        return !vectors.isEmpty() && Bytes.has(file, 0, GZIP) && isVectorInside(file, most)
                ? inflated(file, most)
                : file;
    }

    /**
     * Tells whether gzip contains a drawing. Unpacks only the start. If the start has no root element yet, unpacks all
     * that is accepted.
     */
    private boolean isVectorInside(byte[] packed, long most) {
        byte[] start = unpacked(packed, LOOKED_AT);
        boolean isProlog = start.length == LOOKED_AT
                && isMarkup(start)
                && XmlRoot.name(start).isEmpty();
        return isVector(isProlog ? unpacked(packed, most) : start);
    }

    /**
     * Tells whether the first character begins a tag or a comment. A byte order mark and white space may precede it.
     */
    private static boolean isMarkup(byte[] start) {
        int at = 0;
        while (at < start.length && BEFORE_MARKUP.indexOf(start[at] & 0xFF) >= 0) {
            at++;
        }
        return at < start.length && start[at] == '<';
    }

    private boolean isVector(byte[] start) {
        return vectors.stream().anyMatch(decoder -> decoder.recognises(start));
    }

    private static byte[] inflated(byte[] packed, long most) throws UnrenderableException {
        long length = copy(packed, most + 1, OutputStream.nullOutputStream());
        if (length > most) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE, "The unpacked drawing is too large; at most " + most + " bytes are accepted.");
        }
        return kept(packed, length);
    }

    /**
     * Returns up to the given number of unpacked bytes. The length is counted first, so that no more memory is
     * allocated than needed.
     */
    private static byte[] unpacked(byte[] packed, long most) {
        return kept(packed, copy(packed, most, OutputStream.nullOutputStream()));
    }

    private static byte[] kept(byte[] packed, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length);
        copy(packed, length, out);
        return out.toByteArray();
    }

    /**
     * Copies the bytes that can be unpacked and returns their number. Damage counts as the end, because the parser of
     * the document then notices that it is incomplete.
     */
    private static long copy(byte[] packed, long most, OutputStream out) {
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
