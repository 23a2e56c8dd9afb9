package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that all mistakes of a file are reported together, each with its line. */
class ConfigMistakesTest {
    @Test
    void parse_pregenerationThatCanNeverApply_namesTheFields() {
        assertThatThrownBy(() -> ConfigReader.read("""
                        {"maxBytes": 1000, "pregenerate": {
                          "prefix": "img/",
                          "sizes": ["tiny"],
                          "rules": [
                            {"prefix": "/img/"},
                            {"prefix": "img/../a"},
                            {"prefix": "img/a"},
                            {"prefix": "img/a"},
                            {"prefix": "raw/"}
                          ],
                          "container": {"maxBytes": 999}
                        }}"""))
                .message()
                .contains(
                        "pregenerate.sizes[0]: expected the name of a preset (small, medium, large) or a size such as")
                .contains("pregenerate.rules[0].prefix: expected the first characters of keys, without a leading slash")
                .contains("pregenerate.rules[1].prefix: expected the first characters of keys, without a leading slash")
                .contains("pregenerate.rules[3].prefix: expected one rule for each prefix, got a second one for")
                .contains("pregenerate.rules[4].prefix: expected a prefix that begins with that of pregenerate")
                .contains("pregenerate.container.maxBytes: expected at least maxBytes of the functions, 1000, got 999");
    }

    @Test
    void parse_bigLimitsBelowThoseOfTheFunctions_namesTheFields() {
        assertThatThrownBy(() -> ConfigReader.read("""
                        {"maxPixels": 1000, "regional": {"big": {"maxPixels": 999, "maxFrames": 10001}, "huge": 1}}"""))
                .message()
                .contains("regional.big.maxPixels: expected at least maxPixels of the functions, 1000, got 999")
                .contains("regional.big.maxFrames: expected a whole number from 1 to 10000, got 10001")
                .contains("regional.huge: unknown field; the fields here are big");
    }

    @Test
    void parse_pregenerationOfASizeThatIsNotListed_namesThePresets() {
        assertThatThrownBy(() -> ConfigReader.read("""
                        {"sizes": {"list": ["200x200"]}, "pregenerate": {"sizes": ["300x300"]}}""")).hasMessageContaining("The presets are small, medium, large.");
    }

    @Test
    void parse_mistakesInEveryPart_namesThemAllInTheOrderOfTheirLines() {
        assertThatThrownBy(() -> ConfigReader.read("""
                        {
                          "sizes": {
                            "ladder": [
                              100,
                              "200",
                              300,
                              50
                            ],
                            "steps": 1
                          },
                          "presets": {
                            "x": "1x",
                            "a": "wide",
                            "auto": "5x"
                          },
                          "urls": [
                            "/{width}/{key}",
                            7,
                            "/{key}"
                          ],
                          "clientHints": {
                            "dpr": 2,
                            "width": "9x"},
                          "signing": {"keys": ["short",
                            "shorter"]},
                          "quality": {"webp": 0, "jpeg": 101,
                            "gif": 1},
                          "defaultFit": "tile",
                          "defaultExtension": ".",
                          "avif": null,
                          "background": "white",
                          "placeholder": "/a",
                          "placeholderStatus": 201,
                          "maxBytes": "1",
                          "maxByte": 1,
                          "cache": {
                            "missing": "for ever",
                            "failed": "max-age=11"
                          },
                          "lenient": false,
                          "lenient": true,
                          "cors": ["https://a.example/", "https://b.example",
                            7]
                        }
                        """))
                .message()
                .satisfies(message -> assertThat(message.lines().map(ConfigMistakesTest::place))
                        .containsExactly(
                                "5: sizes.ladder[1]",
                                "7: sizes.ladder[3]",
                                "9: sizes.steps",
                                "12: presets.x",
                                "13: presets.a",
                                "14: presets.auto",
                                "18: urls[1]",
                                "19: urls[2]",
                                "22: clientHints.dpr",
                                "24: signing.keys[0]",
                                "25: signing.keys[1]",
                                "26: quality.webp",
                                "26: quality.jpeg",
                                "27: quality.gif",
                                "28: defaultFit",
                                "29: defaultExtension",
                                "30: avif",
                                "31: background",
                                "32: placeholder",
                                "33: placeholderStatus",
                                "34: maxBytes",
                                "35: maxByte",
                                "37: cache.missing",
                                "38: cache.failed",
                                "41: lenient",
                                "42: cors[0]",
                                "43: cors[2]"));
    }

    /** Returns the line and the field of an error such as {@code edgepix.json: line 5: maxByte: unknown field}. */
    private static String place(String complaint) {
        String[] parts = complaint.split(": ", 4);
        assertThat(parts).hasSize(4);
        assertThat(parts[0] + ": " + parts[1]).startsWith("edgepix.json: line ");
        return parts[1].substring("line ".length()) + ": " + parts[2];
    }

    @Test
    void parse_aWrongValue_isNotComplainedOfTwice() {
        assertThatThrownBy(() ->
                        ConfigReader.read("{\"sizes\":{\"list\":[\"8\",\"wide\"]},\"clientHints\":{\"width\":\"9x\"},"
                                + "\"presets\":{\"a\":5},\"urls\":[\"/{preset}/{key}\"]}"))
                .message()
                .satisfies(message -> assertThat(message.lines()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{§ // more§}                 | line 2: JSON has no comments; remove this one",
                "{§'avif': true // it is§}    | line 2: JSON has no comments; remove this one",
                "/* edgepix */§{}             | line 1: JSON has no comments; remove this one",
                "{}§§# end                    | line 3: JSON has no comments; remove this one",
                "{'maxFrames': 0300}          | line 1: expected a number without a leading plus or zero, got 0300",
                "{'maxFrames':§-00}           | line 2: expected a number without a leading plus or zero, got -00",
                "{'maxFrames': +3}            | line 1: expected a number without a leading plus or zero, got +3",
                "{'avif': /**/ true}          | line 1: JSON has no comments; remove this one",
                "{'urls':§[§'/{width}/{key}',§§]} | line 3: remove the comma before the closing ']'",
                "{§'avif': true,§}            | line 2: remove the comma before the closing '}'",
                "{§'avif'§: true,,§}          | line 3: expected a name in double quotes, got ','",
                "{§'a§b': 1}                  | line 2: a string must end on the line on which it starts",
                "{§'avif': True}              | line 2: expected a value, got 'T'",
                "{'avif': truex}              | line 1: expected a value, got 't'",
                "{'avif': `1`}                | line 1: expected a value, got '`'",
                "{'avif':}                    | line 1: expected a value, got '}'",
                "{'avif':                     | line 1: expected a value, got the end of the file",
                "{'avif'                      | line 1: expected a colon, got the end of the file",
                "{'avif' = true}              | line 1: expected a colon after \"avif\", got '='",
                "{'avif': true                | line 1: expected a comma or a closing brace, got the end of the file",
                "{'avif': true,               | line 1: expected a name in double quotes, got the end of the file",
                "{avif: true}                 | line 1: expected a name in double quotes, got 'a'",
                "{'urls': ['/{key}' 1]}       | line 1: expected a comma or a closing bracket, got '1'",
                "{'urls': ['/{key}'           | line 1: expected a comma or a closing bracket, got the end of the file",
                "{'urls': [,]}                | line 1: expected a value, got ','",
                "{'urls': [1,,2]}             | line 1: expected a value, got ','",
                "{'urls': [1,§x]}             | line 2: expected a value, got 'x'",
                "{'avif': true}}              | line 1: expected the end of the file after the closing brace, got '}'",
                "{'a': '\\u00g0'}              | line 1: expected four hexadecimal digits after \\u",
                "''                           | line 1: expected a value, got the end of the file"
            })
    void parse_aSyntaxError_namesItsLineAndTheFix(String json, String complaint) {
        assertThatThrownBy(() -> ConfigReader.read(json.replace('\'', '"').replace('§', '\n')))
                .hasMessage("edgepix.json: " + complaint);
    }

    /** Every error message contains the line of a mistake. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "}", "[", "]", ",", ":", "\"", "'", "/", "#", "\\", "\n", "x", "0", "-", "=", ";", "😀"
            })
    void parse_anyCharacterInPlaceOfAnother_isReadOrNamesALine(String character) {
        String whole = "{\n\"urls\": [\"/{width}/{key}\", [1]],\n\"cache\": {\"a\": -10, \"b\": null}}";
        for (int i = 0; i < whole.length(); i++) {
            String changed = whole.substring(0, i) + character + whole.substring(i + 1);

            assertThatThrownBy(() -> ConfigReader.read(changed))
                    .as(changed)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageMatching("(?s)edgepix.json: line [1-4]: .+");
        }
    }

    @Test
    void in_anotherFile_namesThatFileOnEveryLine() {
        assertThatThrownBy(() -> ConfigReader.read("{\"a\":1,\n\"b\":2}"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(String.valueOf(e.in("my.json").getMessage())
                                        .lines())
                                .hasSize(2)
                                .allMatch(line -> line.startsWith("my.json: line ")));
    }
}
