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
import io.edgepix.derivative.UrlMatch;
import io.edgepix.derivative.UrlTemplate;
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
    /** The values of parameters as they are in a query string; null for those that are not in it. */
    private static final class Values {
        private @Nullable String size;
        private @Nullable String dpr;
        private @Nullable String fit;
        private @Nullable String focus;
        private @Nullable String format;
        private @Nullable String quality;
        private boolean twice;

        void readAll(String querystring) {
            int start = 0;
            while (start < querystring.length()) {
                int end = QueryString.endOf(querystring, start);
                read(querystring, start, end);
                start = end + 1;
            }
        }

        /** Reads the parameter between two indexes, if it is one of these. */
        private void read(String querystring, int start, int end) {
            char first = querystring.charAt(start);
            if (first != 'd' && first != 'f' && first != 'q') {
                return;
            }
            size = value(size, "d", querystring, start, end);
            dpr = value(dpr, "dpr", querystring, start, end);
            fit = value(fit, "fit", querystring, start, end);
            focus = value(focus, "fp", querystring, start, end);
            format = value(format, "f", querystring, start, end);
            quality = value(quality, "q", querystring, start, end);
        }

        private @Nullable String value(@Nullable String before, String name, String querystring, int start, int end) {
            if (!QueryString.isNamed(querystring, name, start, end)) {
                return before;
            }
            twice |= before != null;
            return querystring.substring(Math.min(start + name.length() + 1, end), end);
        }
    }

    /** Parses a query string, or returns null if there is no {@code d}. It reads the string once, as it may be long. */
    static @Nullable Query parse(String querystring) {
        if (querystring.isEmpty()) {
            return null;
        }
        Values values = new Values();
        values.readAll(querystring);
        return values.size == null ? null : of(values);
    }

    /** Returns the parameters in a path that matches a template, and in a query string without {@code d}. */
    static Query of(UrlMatch match, String querystring) {
        Values values = new Values();
        values.size = match.size();
        values.fit = given(match.value(UrlTemplate.FIT));
        values.format = given(match.value(UrlTemplate.FORMAT));
        values.quality = given(match.value(UrlTemplate.QUALITY));
        values.readAll(querystring);
        return of(values);
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }

    /** Decodes all values before it reads any, so that a URL that is not UTF-8 is refused as such. */
    private static Query of(Values values) {
        if (values.twice) {
            throw new MalformedException("Each of d, fit, fp, f, q and dpr may be given once.");
        }
        String dpr = decoded(values.dpr);
        String fit = decoded(values.fit);
        String focus = decoded(values.focus);
        String format = decoded(values.format);
        String quality = decoded(values.quality);
        String size = decoded(values.size);
        return new Query(
                size == null ? "" : size,
                dpr == null ? null : Dpr.parse(dpr),
                fit == null ? null : Fit.of(fit),
                focus == null ? null : Focus.parse(focus),
                format == null ? null : format(format),
                quality == null ? Quality.DEFAULT : Quality.parse(quality));
    }

    private static @Nullable String decoded(@Nullable String value) {
        return value == null ? null : PercentEncoding.decode(value, 0);
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
