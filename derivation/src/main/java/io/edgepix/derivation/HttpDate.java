package io.edgepix.derivation;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date in the form that RFC 9110 section 5.6.7 prefers, {@code Sun, 06 Nov 1994 08:49:37 GMT}. The JDK's formatter takes
 * more than that form, and is dear to start.
 */
public final class HttpDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final Pattern FORM =
            Pattern.compile("([A-Z][a-z]{2}), (\\d\\d) ([A-Z][a-z]{2}) (\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT");

    private HttpDate() {}

    /** Seconds since 1970, or null of anything else. */
    public static @Nullable Long seconds(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDateTime date = LocalDateTime.of(
                    number(parts, 4),
                    place(MONTHS, parts.group(3)),
                    number(parts, 2),
                    number(parts, 5),
                    number(parts, 6),
                    number(parts, 7));
            return place(DAYS, parts.group(1)) == date.getDayOfWeek().getValue()
                    ? date.toEpochSecond(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** From 1 on, 0 of what is no name. */
    private static int place(String names, String name) {
        int at = names.indexOf(name);
        return at < 0 ? 0 : at / name.length() + 1;
    }
}
