package io.edgepix.localqueue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.edgepix.cli.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {
    private static String key(String pattern, String json) {
        DataRow row = new DataRow(2, 3, JsonParser.parseString(json).getAsJsonObject());
        return KeyPattern.parse(pattern).key("people.csv", row);
    }

    @Test
    void key_ofFieldsOfTheRow_hasTheirValues() {
        assertThat(key("invoices/{customer.name}-{id}.pdf", "{\"id\": 1001, \"customer\": {\"name\": \"髙橋 﨑\"}}"))
                .isEqualTo("invoices/髙橋 﨑-1001.pdf");
        assertThat(key("{a}{b}", "{\"a\": \"{b}\", \"b\": \"x\"}")).isEqualTo("{b}x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{", "a}", "a{}.pdf", "{a{b}}", "{a.}.pdf", "{.a}.pdf", "{a..b}", "{a}}"})
    void pattern_withUnpairedBracesOrWithoutAName_isRefused(String pattern) {
        assertThatThrownBy(() -> KeyPattern.parse(pattern))
                .isInstanceOf(CommandException.class)
                .hasMessage("--to: expected a key with fields of the data in braces, such as invoices/{id}.pdf, got '"
                        + pattern + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"../../etc\"  | a text without a slash for the key, got ../../etc",
                "\"..\"         | a text other than . and .. for the key, got ..",
                "\".\"          | a text other than . and .. for the key, got .",
                "\"\"           | a text that is not empty for the key, got an empty one",
                "\"a\\nb\"      | a text without control characters for the key, got a?b",
                "\"\\ud800\"    | a text without control characters for the key, got ?",
                "[1]            | a text or a number for the key, got a list",
                "{\"a\": 1}     | a text or a number for the key, got an object",
                "null           | a text or a number for the key, got null",
                "true           | a text or a number for the key, got true or false",
            })
    void value_thatCannotBeAPartOfAKey_isNamedWithItsRow(String json, String complaint) {
        assertThatThrownBy(() -> key("invoices/{id}.pdf", "{\"id\": " + json + "}"))
                .isInstanceOf(CommandException.class)
                .hasMessage("people.csv, row 2 (line 3): id: expected " + complaint);
    }

    @Test
    void field_thatTheRowLacks_namesTheFieldsOfTheRow() {
        assertThatThrownBy(() -> key("{customer.id}.pdf", "{\"id\": 1, \"customer\": {\"name\": \"x\"}}"))
                .hasMessage(
                        "people.csv, row 2 (line 3): --to: expected a field of the row, got {customer.id}; the fields"
                                + " are id, customer.name");
    }
}
