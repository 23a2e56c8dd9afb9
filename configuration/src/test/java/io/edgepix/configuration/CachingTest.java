package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTest {
    @Test
    void parse_nothing_keepsPicturesForAYearAndErrorsBriefly() {
        Caching caching = ConfigReader.read("{}").caching();

        assertThat(caching.derivative()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(caching.original()).isEmpty();
        assertThat(caching.placeholder()).isEqualTo("public, max-age=10");
        assertThat(caching.of(404)).isEqualTo("public, max-age=10");
        assertThat(caching.of(502)).isEqualTo("no-store");
    }

    @Test
    void parse_everyField_isReadUnchanged() {
        Caching caching = ConfigReader.read("""
                {"cache": {
                  "derivative": "public, max-age=315360000, stale-while-revalidate=60, stale-if-error=86400, immutable",
                  "original": "Private,MAX-AGE=0 ,  no-cache",
                  "placeholder": "public, s-maxage=86400",
                  "notAllowed": "max-age=1",
                  "missing": "max-age=2",
                  "tooLarge": "max-age=3",
                  "unreadable": "max-age=4",
                  "failed": "max-age=5"
                }}
                """).caching();

        assertThat(caching)
                .isEqualTo(new Caching(
                        "public, max-age=315360000, stale-while-revalidate=60, stale-if-error=86400, immutable",
                        Optional.of("Private,MAX-AGE=0 ,  no-cache"),
                        "public, s-maxage=86400",
                        "max-age=1",
                        "max-age=2",
                        "max-age=3",
                        "max-age=4",
                        "max-age=5"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, max-age=1",
        "404, max-age=2",
        "413, max-age=3",
        "415, max-age=4",
        "422, max-age=4",
        "502, max-age=5",
        "503, max-age=5"
    })
    void of_status_isItsText(int status, String text) {
        Caching caching =
                new Caching("", Optional.empty(), "", "max-age=1", "max-age=2", "max-age=3", "max-age=4", "max-age=5");

        assertThat(caching.of(status)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public",
                "no-store",
                "no-store, max-age=0",
                "no-store, max-age=600, must-understand",
                "public, no-transform, must-revalidate, proxy-revalidate, max-age=0010",
                "max-age=315360000, immutable"
            })
    void parse_aValidValue_isAccepted(String text) {
        assertThat(ConfigReader.read("{\"cache\":{\"derivative\":\"" + text + "\"}}")
                        .caching()
                        .derivative())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "derivative  |                                 | \"\" is not a directive; the directives are public, private,",
                "derivative  | public,                         | \"\" is not a directive",
                "derivative  | public max-age=10               | \"public max-age\" is not a directive",
                "derivative  | maxage=10                       | \"maxage\" is not a directive; the directives are public",
                "derivative  | public=1                        | public must not have a value",
                "derivative  | private=\\\"set-cookie\\\"      | private must not have a value",
                "derivative  | max-age                         | max-age must have whole seconds from 0 to 315360000, for example max-age=10",
                "derivative  | max-age=                        | max-age must have whole seconds",
                "derivative  | max-age=-1                      | max-age must have whole seconds",
                "derivative  | max-age=1.5                     | max-age must have whole seconds",
                "derivative  | max-age= 10                     | max-age must have whole seconds",
                "derivative  | max-age=\\\"10\\\"              | max-age must have whole seconds",
                "derivative  | max-age=1d                      | max-age must have whole seconds",
                "derivative  | max-age=315360001               | max-age must have whole seconds from 0 to 315360000",
                "derivative  | s-maxage=99999999999999999999   | s-maxage must have whole seconds from 0 to 315360000",
                "derivative  | stale-if-error                  | stale-if-error must have whole seconds",
                "derivative  | public, Public                  | public must not appear twice",
                "derivative  | max-age=1, max-age=2            | max-age must not appear twice",
                "derivative  | public, private                 | must be public or private, not both",
                "derivative  | no-store, max-age=10            | no-store forbids caching, so max-age must be 0 or left out",
                "derivative  | s-maxage=1, no-store            | no-store forbids caching, so s-maxage must be 0",
                "original    | forever                         | \"forever\" is not a directive",
                "placeholder | max-age=86401                   | max-age must have whole seconds from 0 to 86400",
                "placeholder | max-age=10, immutable           | must not be immutable",
                "notAllowed  | s-maxage=86401                  | s-maxage must have whole seconds from 0 to 86400",
                "missing     | max-age=1, stale-if-error=86401 | stale-if-error must have whole seconds from 0 to 86400",
                "tooLarge    | immutable                       | must not be immutable",
                "unreadable  | max-age=31536000                | max-age must have whole seconds from 0 to 86400",
                "failed      | max-age=11                      | max-age must have whole seconds from 0 to 10",
                "failed      | s-maxage=60                     | s-maxage must have whole seconds from 0 to 10"
            })
    void parse_aWrongValue_namesTheFieldAndTheAllowedValues(String field, String text, String message) {
        assertThatThrownBy(() ->
                        ConfigReader.read("{\"cache\":{\"" + field + "\":\"" + (text == null ? "" : text) + "\"}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("edgepix.json: line 1: cache." + field + ": " + message);
    }

    @Test
    void parse_withoutText_isReported() {
        assertThatThrownBy(() -> ConfigReader.read("{\"cache\":{\"missing\":10}}"))
                .hasMessage("edgepix.json: line 1: cache.missing: expected a text in quotes, got 10");
        assertThatThrownBy(() -> ConfigReader.read("{\"cache\":{\"errorMaxAge\":\"no-store\"}}"))
                .hasMessageStartingWith(
                        "edgepix.json: line 1: cache.errorMaxAge: unknown field; the fields here are derivative");
    }
}
