package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PercentEncoding;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string that contains {@code d}. Unknown parameters are ignored.
 *
 * @param size the text of {@code d}
 * @param quality 1 to 100, or {@link Quality#DEFAULT} if there is no {@code q}
 */
record Query(
        String size,
        @Nullable Dpr dpr,
        @Nullable Fit fit,
        @Nullable Focus focus,
        @Nullable Format format,
        int quality) {
    private static final int SIZE = 5;

    /** Parses a query string, or returns null if there is no {@code d}. It reads the string once, as it may be long. */
    static @Nullable Query parse(String querystring) {
        // A static array would need a class initialiser in the JavaScript.
        String[] names = {"dpr", "fit", "fp", "f", "q", "d"};
        @Nullable String[] values = new @Nullable String[names.length];
        boolean twice = false;
        int start = 0;
        while (start < querystring.length()) {
            int end = QueryString.endOf(querystring, start);
            int name = indexOf(names, querystring, start, end);
            if (name >= 0) {
                twice |= values[name] != null;
                values[name] = querystring.substring(Math.min(start + names[name].length() + 1, end), end);
            }
            start = end + 1;
        }
        if (values[SIZE] == null) {
            return null;
        }
        if (twice) {
            throw new MalformedException("Each of d, fit, fp, f, q and dpr may be given once.");
        }
        for (int i = 0; i < names.length; i++) {
            String value = values[i];
            values[i] = value == null ? null : PercentEncoding.decode(value, 0);
        }
        return of(values);
    }

    private static Query of(@Nullable String[] values) {
        String dpr = values[0];
        String fit = values[1];
        String focus = values[2];
        String format = values[3];
        String quality = values[4];
        String size = values[SIZE];
        return new Query(
                size == null ? "" : size,
                dpr == null ? null : Dpr.parse(dpr),
                fit == null ? null : Fit.of(fit),
                focus == null ? null : Focus.parse(focus),
                format == null ? null : format(format),
                quality == null ? Quality.DEFAULT : Quality.parse(quality));
    }

    /** Returns the index of the name of a parameter in the given names, or -1 if it is not one of them. */
    private static int indexOf(String[] names, String querystring, int start, int end) {
        char first = start < end ? querystring.charAt(start) : '&';
        if (first != 'd' && first != 'f' && first != 'q') {
            return -1;
        }
        for (int i = 0; i < names.length; i++) {
            if (QueryString.isNamed(querystring, names[i], start, end)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the format of a name in any case; null for {@code auto}, with which the headers decide. */
    private static @Nullable Format format(String word) {
        String lower = Ascii.lowerCase(word);
        Format format = Format.ofWord(lower);
        if (format == null && !lower.equals(Hints.AUTO)) {
            throw new MalformedException("f must be auto, webp, jpeg, png, gif or avif.");
        }
        return format;
    }
}
