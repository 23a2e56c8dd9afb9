package io.edgepix.localedge.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses answers as CloudFront does, except that it uses gzip even if the viewer would prefer brotli. Pictures are
 * compressed already, other than SVG.
 */
public final class Compression {
    private static final int MIN_BYTES = 1_000;
    private static final int MAX_BYTES = 10_000_000;
    private static final Set<Integer> STATUSES = Set.of(200, 403, 404);
    private static final Set<String> TYPES = Set.of(
            "application/javascript",
            "application/json",
            "application/manifest+json",
            "application/xml",
            "image/svg+xml",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/plain",
            "text/xml");

    private Compression() {}

    /** Returns the answer with gzip if CloudFront would compress it, else unchanged. */
    public static Answer gzip(Answer answer) {
        if (!isCompressed(answer)) {
            return answer;
        }
        Headers headers = answer.headers().copy().remove("content-length").set("Content-Encoding", "gzip");
        headers.get("etag").filter(tag -> tag.startsWith("\"")).ifPresent(tag -> headers.set("ETag", "W/" + tag));
        headers.set("Vary", headers.get("vary").map(vary -> vary + ", ").orElse("") + "Accept-Encoding");
        return new Answer(answer.status(), answer.reason(), headers, compressed(answer.body()));
    }

    private static boolean isCompressed(Answer answer) {
        String type =
                answer.headers().get("content-type").orElse("").split(";", 2)[0].strip();
        int bytes = answer.body().length;
        return STATUSES.contains(answer.status())
                && bytes >= MIN_BYTES
                && bytes <= MAX_BYTES
                && TYPES.contains(type.toLowerCase(Locale.ROOT))
                && answer.headers().get("content-encoding").isEmpty();
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
