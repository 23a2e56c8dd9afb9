package io.edgepix.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private final DocumentFixture fixture = new DocumentFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{{a}}|{\"a\": 10000000}|10000000",
                "{{a}}|{\"a\": 3.10}|3.10",
                "{{a}}|{\"a\": 1.0E7}|1.0E7",
                "{{a}}|{\"a\": true}|true",
                "{{a}}|{\"a\": \"<b>&amp;\"}|<b>&amp;",
                "{{{a}}}|{\"a\": \"<b>x</b>&amp;\"}|x&",
                "{{a.b}}-{{a.c.d}}|{\"a\": {\"b\": 1, \"c\": {\"d\": 2}}}|1-2",
                "{{#a}}{{.}}{{^-last}},{{/-last}}{{/a}}|{\"a\": [1, \"x\", 2.50]}|1,x,2.50",
                "{{#a}}{{-index}}{{#-first}}!{{/-first}}{{n}}{{m}} {{/a}}|{\"m\": 9, \"a\": [{\"n\": 5}, {\"n\": 6}]}|1!59 269",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{}|no",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{\"a\": null}|no",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{\"a\": \"\"}|no",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{\"a\": 0}|no",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{\"a\": []}|no",
                "{{#a}}yes{{/a}}{{^a}}no{{/a}}|{\"a\": {}}|yes",
                "{{#a}}{{.}}{{/a}}|{\"a\": \"text\"}|text",
                "{{#a.b}}yes{{/a.b}}{{^a.b}}no{{/a.b}}|{}|no",
                "{{a.1}}|{\"a\": [4, 5]}|5",
                "{{! a comment }}x|{}|x",
                "{{=<% %>=}}<% a %>{{|{\"a\": 1}|1{{",
            })
    void template_isFilledIn(String template, String json, String text) throws Exception {
        assertThat(fixture.text("<p>" + template, json)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{{customer.name}}|{}|, line 2: {{customer.name}}: expected a value, the data has none",
                "{{customer.name}}|{\"customer\": {}}|, line 2: {{customer.name}}: expected a value, the data has none",
                "{{a}}|{\"a\": null}|, line 2: {{a}}: expected a value, the data has none",
                "{{#a}}{{b}}{{/a}}|{\"a\": [{}]}|, line 2: {{b}}: expected a value, the data has none",
                "{{#a}}{{b}}{{/a}}|{\"b\": 1, \"a\": [{\"b\": null}]}|, line 2: {{b}}: expected a value, the data has none",
                "{{a.class}}|{\"a\": \"x\"}|, line 2: {{a.class}}: expected a value, the data has none",
                "{{a.getClass}}|{\"a\": {}}|, line 2: {{a.getClass}}: expected a value, the data has none",
                "{{a.entrySet}}|{\"a\": {}}|, line 2: {{a.entrySet}}: expected a value, the data has none",
                "{{a}}|{\"a\": {\"b\": 1}}|, line 2: {{a}}: expected a text or a number, got an object or an array",
                "{{#a}}|{}|, line 2: expected a Mustache template, got an error: Section missing close tag 'a'",
                "{{a|{}|, line 2: expected }} after {{, got none",
                "{{a} and {{b}}|{\"b\": 1}|, line 2: expected }} after {{, got none",
                "{{> part.html}}|{}|: invoices/part.html: expected a file in the bucket, got none",
                "{{> t.html}}|{}|: {{> t.html}}: expected at most 100 included templates, got more; does a template"
                        + " include itself?",
            })
    void template_thatCannotBeFilledIn_namesLineAndField(String template, String json, String error) {
        assertThatThrownBy(() -> fixture.render("<p>\n" + template, json))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(DocumentException.Reason.BROKEN))
                .hasMessage("invoices/t.html" + error);
    }

    @Test
    void include_isRelativeToTheTemplate_andItsErrorsNameIt() throws Exception {
        fixture.put("shared/head.html", "<h1>{{name}}</h1>\n\n{{address}}");

        assertThat(fixture.text("{{> ../shared/head.html}}", "{\"name\": \"A\", \"address\": \"B\"}"))
                .isEqualTo("A\nB");
        assertThatThrownBy(() -> fixture.render("{{> /shared/head.html}}", "{\"name\": \"A\"}"))
                .hasMessage("shared/head.html, line 3: {{address}}: expected a value, the data has none");
    }

    @Test
    void template_thatIsNotUtf8_isAnError() {
        fixture.put("invoices/s.html", new byte[] {(byte) 0x82, (byte) 0xA0});

        assertThatThrownBy(() -> fixture.render("{{> s.html}}"))
                .hasMessage("invoices/t.html: invoices/s.html: expected text in UTF-8, got other bytes");
    }
}
