package io.edgepix.derivation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates of HTTP headers in the preferred form of RFC 9110 section 5.6.7, {@code Sun, 06 Nov 1994 08:49:37 GMT}.
 * The JDK's formatter accepts other forms too and is slow to start.
 */
public final class HttpDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final Pattern FORM =
            Pattern.compile("([A-Z][a-z]{2}), (\\d\\d) ([A-Z][a-z]{2}) (\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT");

    private HttpDate() {}

    /** Parses a date; empty if the text does not have the preferred form, or the day does not exist. */
    public static Optional<Instant> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime date = LocalDateTime.of(
                    number(parts, 4),
                    ordinal(MONTHS, parts.group(3)),
                    number(parts, 2),
                    number(parts, 5),
                    number(parts, 6),
                    number(parts, 7));
            return ordinal(DAYS, parts.group(1)) == date.getDayOfWeek().getValue()
                    ? Optional.of(date.toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Returns the position of a name from 1, or 0 for an unknown name. 0 is neither a day nor a month. */
    private static int ordinal(String names, String name) {
        int index = names.indexOf(name);
        return index < 0 ? 0 : index / name.length() + 1;
    }
}
