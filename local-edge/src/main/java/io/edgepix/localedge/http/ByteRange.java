package io.edgepix.localedge.http;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110 section 14.1.2).
 *
 * @param first negative for a range of the last bytes
 * @param last inclusive, {@link Long#MAX_VALUE} for the end; the number of bytes for a range of the last ones
 */
public record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Parses a {@code Range} header; returns null if it is ignored: absent, malformed, or of several ranges. */
    public static @Nullable ByteRange parse(@Nullable String header) {
        Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return null;
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : new ByteRange(-1, Long.parseLong(last));
        }
        ByteRange range = new ByteRange(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
        return range.last < range.first ? null : range;
    }

    /** Returns the value of the header. */
    @Override
    public String toString() {
        return first < 0 ? "bytes=-" + last : "bytes=" + first + "-" + (last == Long.MAX_VALUE ? "" : last);
    }

    /**
     * Returns the part of an answer with status 200 as a 206, or a 416 if there is no such part; other answers as they
     * are.
     */
    public Answer of(Answer whole) {
        if (whole.status() != 200) {
            return whole;
        }
        int length = whole.body().length;
        long from = first < 0 ? Math.max(0, length - last) : first;
        long to = first < 0 ? length : Math.min(length, last == Long.MAX_VALUE ? length : last + 1);
        if (from >= length || to <= from) {
            Answer refused = Answer.text(416, "The range is not within the " + length + " bytes.");
            refused.headers().set("Content-Range", "bytes */" + length);
            return refused;
        }
        Headers headers = whole.headers()
                .copy()
                .remove("content-length")
                .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + length);
        return new Answer(206, Reasons.of(206), headers, Arrays.copyOfRange(whole.body(), (int) from, (int) to));
    }
}
