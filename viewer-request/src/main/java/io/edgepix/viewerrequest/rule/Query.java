package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PercentEncoding;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request with {@code d}; the ones we do not know are dropped.
 *
 * @param size the text of {@code d}
 * @param quality 1 to 100, or {@link Quality#DEFAULT} where {@code q} is not given
 */
record Query(
        String size,
        @Nullable Dpr dpr,
        @Nullable Fit fit,
        @Nullable Focus focus,
        @Nullable Format format,
        int quality) {
    static final String SIZE = "d";

    static Query parse(String querystring) {
        String dpr = value(querystring, "dpr");
        String fit = value(querystring, "fit");
        String focus = value(querystring, "fp");
        String format = value(querystring, "f");
        String quality = value(querystring, "q");
        String size = value(querystring, SIZE);
        return new Query(
                size == null ? "" : size,
                dpr == null ? null : Dpr.parse(dpr),
                fit == null ? null : Fit.of(fit),
                focus == null ? null : Focus.parse(focus),
                format == null ? null : format(format),
                quality == null ? Quality.DEFAULT : Quality.parse(quality));
    }

    private static Format format(String word) {
        Format format = Format.ofWord(word);
        if (format == null) {
            throw new MalformedException("f must be webp, jpeg, png or gif, or avif where it is offered.");
        }
        return format;
    }

    private static @Nullable String value(String querystring, String name) {
        int start = QueryString.indexOf(querystring, name, 0);
        if (start < 0) {
            return null;
        }
        int end = QueryString.endOf(querystring, start);
        if (QueryString.indexOf(querystring, name, end) >= 0) {
            throw new MalformedException("Each of d, fit, fp, f, q and dpr may be given once.");
        }
        int from = Math.min(start + name.length() + 1, end);
        return PercentEncoding.decode(querystring.substring(from, end), 0);
    }
}
