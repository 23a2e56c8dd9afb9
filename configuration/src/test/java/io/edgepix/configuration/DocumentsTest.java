package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    @Test
    void read_nothing_isPrivateAndWithoutAFolder() {
        assertThat(ConfigReader.defaults().documents())
                .isEqualTo(new Documents(
                        "",
                        false,
                        new DocumentLimits(200, 20_000_000, 60),
                        new DocumentLimits(5000, 100_000_000, 1800)));
    }

    @Test
    void read_everyField_isRead() {
        assertThat(read("""
                        "prefix": "documents/2026/", "public": true, "maxPages": 1, "maxBytes": 2, "maxSeconds": 3,
                        "container": {"maxPages": 4, "maxBytes": 5, "maxSeconds": 6}"""))
                .isEqualTo(new Documents(
                        "documents/2026/", true, new DocumentLimits(1, 2, 3), new DocumentLimits(4, 5, 6)));
    }

    @Test
    void read_limitsOverTheDefaultsOfTheContainer_raiseThem() {
        assertThat(read("\"maxPages\": 6000").container()).isEqualTo(new DocumentLimits(6000, 100_000_000, 1800));
    }

    @Test
    void read_wrongLimits_namesThemAll() {
        assertThatThrownBy(() -> read("""
                        "maxSeconds": 241, "container": {"maxPages": 199, "maxSeconds": 36001, "memory": 1}, "font": 1"""))
                .message()
                .contains("documents.maxSeconds: expected a whole number from 1 to 240, got 241")
                .contains("documents.container.maxPages: expected at least documents.maxPages, 200, got 199")
                .contains("documents.container.maxSeconds: expected a whole number from 1 to 36000, got 36001")
                .contains("documents.container.memory: unknown field; the fields here are maxPages,")
                .contains("documents.font: unknown field; the fields here are maxPages,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices/", "a.b/c_d/e-f/", "0/", "xray/", "x0/", ".edgepix-documents/", "a/.edgepix/"})
    void read_aFolder_isThePrefix(String prefix) {
        assertThat(read("\"prefix\": \"" + prefix + "\"").prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoices     | expected a folder such as \"invoices/\"",
                "/invoices/   | expected a folder such as \"invoices/\"",
                "a//b/        | expected a folder such as \"invoices/\"",
                "a/../b/      | expected a folder such as \"invoices/\"",
                "./           | expected a folder such as \"invoices/\"",
                "in*/         | expected a folder such as \"invoices/\"",
                "in?/         | expected a folder such as \"invoices/\"",
                "${a}/        | expected a folder such as \"invoices/\"",
                "a b/         | expected a folder such as \"invoices/\"",
                "~stored/     | expected a folder such as \"invoices/\"",
                "請求書/       | expected a folder such as \"invoices/\"",
                "2026/        | expected a folder that does not begin like a derivative",
                "200x200/     | expected a folder that does not begin like a derivative",
                "x720/        | expected a folder that does not begin like a derivative",
                ".edgepix/    | expected a folder other than .edgepix/",
                ".edgepix/a/  | expected a folder other than .edgepix/"
            })
    void read_aPrefixThatCannotBeOne_namesWhatWouldBe(String prefix, String complaint) {
        assertThatThrownBy(() -> read("\"prefix\": \"" + prefix + "\""))
                .hasMessageContaining("line 1: documents.prefix: " + complaint)
                .hasMessageEndingWith(", got \"" + prefix + "\"");
    }

    @Test
    void read_aPrefixThatIsTooLong_namesTheLongest() {
        assertThat(read("\"prefix\": \"" + "a".repeat(127) + "/\"").prefix()).hasSize(128);
        assertThatThrownBy(() -> read("\"prefix\": \"" + "a".repeat(128) + "/\""))
                .hasMessageContaining("documents.prefix: expected at most 128 characters");
    }

    @Test
    void read_aPlaceholderThatViewersMayNotRead_isAMistake() {
        String json = "{\"placeholder\": \"a/b.png\", \"documents\": {\"prefix\": \"a/\", \"public\": %s}}";

        assertThatThrownBy(() -> ConfigReader.read(json.formatted(false)))
                .hasMessage(
                        "edgepix.json: line 1: placeholder: expected a key outside documents.prefix, which viewers may"
                                + " not read, got \"a/b.png\"");
        assertThat(ConfigReader.read(json.formatted(true)).placeholder()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "\"prefix\": \"a/\", a/1.pdf, true",
        "\"prefix\": \"a/\", a/b/sign.png, true",
        "\"prefix\": \"a/\", a/, true",
        "\"prefix\": \"a/\", a, false",
        "\"prefix\": \"a/\", ab/1.pdf, false",
        "\"prefix\": \"a/\", b/a/1.pdf, false",
        "'\"prefix\": \"a/\", \"public\": true', a/1.pdf, false",
        "\"public\": false, a/1.pdf, false"
    })
    void isPrivate_aKey_isPrivateBelowThePrefixOnly(String fields, String key, boolean isPrivate) {
        assertThat(read(fields).isPrivate(new Key(key))).isEqualTo(isPrivate);
    }

    private static Documents read(String fields) {
        return ConfigReader.read("{\"documents\": {" + fields + "}}").documents();
    }
}
