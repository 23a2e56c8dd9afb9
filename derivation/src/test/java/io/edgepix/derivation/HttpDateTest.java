package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT; 1994-11-06T08:49:37Z",
                "Thu, 01 Jan 1970 00:00:00 GMT; 1970-01-01T00:00:00Z",
                "Thu, 29 Feb 2024 23:59:59 GMT; 2024-02-29T23:59:59Z",
            })
    void parse_thePreferredForm_isAnInstant(String text, Instant instant) {
        assertThat(HttpDate.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 31 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:49:37 UTC",
            })
    void parse_anythingElse_isEmpty(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}
