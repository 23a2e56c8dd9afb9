package io.edgepix.localedge.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110 section 14.1.2).
 *
 * @param first -1 for a range of the last bytes
 * @param last the last byte, inclusive; {@link Long#MAX_VALUE} for the end; for a range of the last bytes, their number
 */
public record ByteRange(long first, long last) {
    private static final long LAST_BYTES = -1;
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Parses a {@code Range} header. Returns empty if it is ignored, as it is malformed or has several ranges. */
    public static Optional<ByteRange> parse(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(new ByteRange(LAST_BYTES, Long.parseLong(last)));
        }
        ByteRange range = new ByteRange(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
        return range.last < range.first ? Optional.empty() : Optional.of(range);
    }

    /** Returns the value of the header. */
    @Override
    public String toString() {
        return first == LAST_BYTES ? "bytes=-" + last : "bytes=" + first + "-" + (last == Long.MAX_VALUE ? "" : last);
    }

    /**
     * Returns the part of an answer with status 200 as a 206, or a 416 if there is no such part. Returns other answers
     * unchanged.
     */
    public Answer of(Answer whole) {
        if (whole.status() != 200) {
            return whole;
        }
        int length = whole.body().length;
        long from = first == LAST_BYTES ? Math.max(0, length - last) : first;
        long to = first == LAST_BYTES ? length : Math.min(length, last == Long.MAX_VALUE ? length : last + 1);
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
