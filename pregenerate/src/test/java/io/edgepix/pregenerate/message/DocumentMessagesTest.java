package io.edgepix.pregenerate.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the bodies of document messages. */
class DocumentMessagesTest {
    private static DocumentData data(String json) {
        return new DocumentData.Fields(JsonParser.parseString(json).getAsJsonObject());
    }

    private static Message read(String body) throws MalformedMessageException {
        return MessageReader.read(body);
    }

    @Test
    void read_onlyWhatIsRequired_hasDefaults() throws Exception {
        assertThat(read("{\"document\": {\"template\": \"t.html\", \"data\": {}, \"to\": \"1.pdf\"}}"))
                .isEqualTo(new Message.Document(
                        new DocumentMessage("t.html", data("{}"), "1.pdf", false, ResultTarget.NO_JOB)));
    }

    @Test
    void write_anyMessage_isReadAgain() throws Exception {
        DocumentMessage fields = new DocumentMessage(
                "t.html",
                data("{\"name\": \"髙橋 \uFFFF\", \"none\": null, \"amount\": 1.50}"),
                "1.pdf",
                true,
                new ResultTarget("j-1", 12, true));
        DocumentMessage stored = new DocumentMessage(
                "t.html", new DocumentData.Stored("d.json"), "1.pdf", false, new ResultTarget("", 0, true));

        assertThat(read(DocumentMessages.write(fields))).isEqualTo(new Message.Document(fields));
        assertThat(read(DocumentMessages.write(stored))).isEqualTo(new Message.Document(stored));
        assertThat(DocumentMessages.write(fields)).contains("1.50").doesNotContain("\uFFFF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'document': 1} | document: expected an object, got 1",
                "{'document': {'data': {}, 'to': 'a.pdf'}} | document.template: expected a text, got none",
                "{'document': {'template': 't', 'data': {}}} | document.to: expected a text, got none",
                "{'document': {'template': 't', 'to': 'a.pdf'}} | document: expected either data or dataKey, got none",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}, 'dataKey': 'd'}}"
                        + "| document: expected either data or dataKey, got both",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': []}}"
                        + "| document.data: expected an object, got an array",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}, 'force': 1}}"
                        + "| document.force: expected true or false, got 1",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}, 'forced': true}}"
                        + "| document.forced: expected only the fields data, dataKey, force, template, to, got another one",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}}, 'notfy': true}"
                        + "| notfy: expected only the fields document, job, notify, part, got another one",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}}, 'part': 1} | part: expected a job too, got none",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}}, 'job': 'j'}"
                        + "| part: expected a whole number, got none",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}}, 'job': '../j', 'part': 1}"
                        + "| job: expected letters, digits and hyphens, got ../j",
                "{'document': {'template': 't', 'to': 'a.pdf', 'data': {}}, 'job': 'j', 'part': 10000000}"
                        + "| part: expected less than 10000000, got 10000000"
            })
    void read_aMistake_isNamed(String body, String reason) throws Exception {
        assertThat(read(body.replace('\'', '"'))).isInstanceOfSatisfying(Message.MalformedDocument.class, wrong -> {
            assertThat(wrong.reason()).isEqualTo(reason);
            assertThat(wrong.target()).isEqualTo(ResultTarget.NO_JOB);
        });
    }

    @Test
    void read_aMistakeInTheDocument_keepsTheTargetOfTheResult() throws Exception {
        assertThat(read("{\"document\": {\"to\": \"a.pdf\"}, \"job\": \"j\", \"part\": 3, \"notify\": true}"))
                .isEqualTo(new Message.MalformedDocument(
                        "a.pdf", new ResultTarget("j", 3, true), "document.template: expected a text, got none"));
    }
}
