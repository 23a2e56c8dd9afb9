package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvifReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                              | false | false | 3",
                "{\"avif\": false}                               | false | false | 3",
                "{\"avif\": true}                                | true  | false | 3",
                "{\"avif\": {}}                                  | true  | false | 3",
                "{\"avif\": {\"effort\": 0}}                     | true  | false | 0",
                "{\"avif\": {\"effort\": 9}}                     | true  | false | 9",
                "{\"avif\": {\"first\": \"webp\"}}               | true  | true  | 4",
                "{\"avif\": {\"first\": \"webp\", \"effort\": 3}} | true  | true  | 3",
            })
    void read_avif_hasAnEffortThatSuitsTheWaitOfViewers(String json, boolean offered, boolean webpFirst, int effort) {
        Config config = ConfigReader.read(json);

        assertThat(config.offer().avif()).isEqualTo(offered);
        assertThat(config.avif()).isEqualTo(new AvifOptions(webpFirst, effort));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'avif': {'effort': 10}}          | avif.effort: expected a whole number from 0 to 9, got 10",
                "{'avif': {'effort': -1}}          | avif.effort: expected a whole number from 0 to 9, got -1",
                "{'avif': {'effort': 2.5}}         | avif.effort: expected a whole number from 0 to 9, got 2.5",
                "{'avif': {'effort': 'high'}}      | avif.effort: expected a whole number from 0 to 9, got a text",
                "{'pregenerate': {'avifEffort': 10}} | pregenerate.avifEffort: expected a whole number from 0 to 9,"
                        + " got 10",
            },
            quoteCharacter = '`')
    void read_anotherEffort_isAMistake(String json, String message) {
        assertThatThrownBy(() -> ConfigReader.read(json.replace('\'', '"')))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_speed_isUnknown() {
        assertThatThrownBy(() -> ConfigReader.read("{\"avif\": {\"speed\": 6}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("avif.speed: unknown field; the fields here are");
    }
}
