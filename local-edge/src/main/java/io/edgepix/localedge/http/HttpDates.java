package io.edgepix.localedge.http;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates in the format of HTTP. */
public final class HttpDates {
    private HttpDates() {}

    public static @Nullable ZonedDateTime parse(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
