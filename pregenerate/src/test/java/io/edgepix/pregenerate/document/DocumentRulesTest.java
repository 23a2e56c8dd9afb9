package io.edgepix.pregenerate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rules for the keys of document messages. */
class DocumentRulesTest {
    private static final DocumentRules RULES = new DocumentRules(true, "");
    private static final DocumentData FIELDS = new DocumentData.Fields(new JsonObject());

    private static DocumentMessage message(String template, DocumentData data, String to) {
        return new DocumentMessage(template, data, to, false, ResultTarget.NO_JOB);
    }

    private static DocumentMessage to(String key) {
        return message("t.html", FIELDS, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.pdf", "invoices/2026/11/髙橋 様.pdf", "100x100/x/1.pdf", "..a/b...pdf", "a/.pdf"})
    void violation_aValidKey_isEmpty(String key) {
        assertThat(RULES.violation(to(key))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a key that ends in .pdf",
        "1.PDF, a key that ends in .pdf",
        "1.html, a key that ends in .pdf",
        "/1.pdf, a key without empty segments",
        "a//1.pdf, a key without empty segments",
        "a/../1.pdf, a key without . or .. as a segment",
        "./1.pdf, a key without . or .. as a segment",
        "a\u0000b.pdf, a key without control characters",
        "a\u0085b.pdf, a key without control characters",
        "a\u202Eb.pdf, a key without control characters",
        ".edgepix/jobs/1.pdf, a key outside of .edgepix/",
        "~stored/1.pdf, a key outside of ~stored/ and ~big/",
        "~big/1.pdf, a key outside of ~stored/ and ~big/",
        "100x100/webp/1.pdf, a key that is not that of a derivative",
        "x50-q80/jpeg/a/1.pdf, a key that is not that of a derivative"
    })
    void violation_aWrongKey_isNamed(String key, String expected) {
        assertThat(RULES.violation(to(key)))
                .contains("document.to: expected " + expected + ", got " + key.replaceAll("\\p{Cc}|\\p{Cf}", "?"));
    }

    @Test
    void violation_halfACharacter_isNamed() {
        assertThat(RULES.violation(to("\ud83d.pdf"))).get().asString().contains("control characters");
    }

    @Test
    void violation_aKeyOfMoreThan1024Bytes_isNamed() {
        assertThat(RULES.violation(to("a".repeat(1020) + ".pdf"))).isEmpty();
        assertThat(RULES.violation(to("髙".repeat(341) + ".pdf")))
                .contains("document.to: expected a key of at most 1024 bytes, got 1027 bytes");
    }

    @Test
    void violation_aKeyOutsideOfThePrefix_isNamed() {
        DocumentRules rules = new DocumentRules(true, "invoices/");

        assertThat(rules.violation(to("invoices/1.pdf"))).isEmpty();
        assertThat(rules.violation(to("invoices.pdf")))
                .contains("document.to: expected a key that begins with documents.prefix, invoices/, got invoices.pdf");
    }

    @Test
    void violation_aTemplateThatCannotBeOne_isNamed() {
        assertThat(RULES.violation(message("", FIELDS, "1.pdf")))
                .get()
                .asString()
                .startsWith("document.template: ");
        assertThat(RULES.violation(message(".edgepix/jobs/j/job.json", FIELDS, "1.pdf")))
                .contains("document.template: expected a key outside of .edgepix/, got .edgepix/jobs/j/job.json");
        assertThat(RULES.violation(message("../t.html", FIELDS, "1.pdf")))
                .contains("document.template: expected a key without . or .. as a segment, got ../t.html");
        assertThat(RULES.violation(message("t\u0000.html", FIELDS, "1.pdf")))
                .contains("document.template: expected a key without control characters, got t?.html");
        assertThat(RULES.violation(message("1.pdf", FIELDS, "1.pdf")))
                .contains("document.template: expected a key other than document.to, got 1.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "data/1.json, true",
        ".edgepix/jobs/20261130-a/data/00000001.json, true",
        ".edgepix/jobs/20261130-a/parts/00000001.json, false",
        ".edgepix/jobs/a/data/../job.json, false",
        ".edgepix/requests/data/1.json, false",
        ".edgepix/local.json, false"
    })
    void violation_dataOfTheOwnFolder_areThoseOfJobsOnly(String key, boolean isValid) {
        assertThat(RULES.violation(message("t.html", new DocumentData.Stored(key), "1.pdf"))
                        .isEmpty())
                .isEqualTo(isValid);
    }

    @Test
    void violation_withoutDocuments_namesThePrefix() {
        assertThat(new DocumentRules(false, "").violation(to("1.pdf")))
                .get()
                .asString()
                .contains("documents.prefix");
    }
}
