package io.edgepix.pregenerate.worker;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.job.DocumentOutcome;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.MessageText;
import io.edgepix.pregenerate.message.ResultTarget;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the results of documents to the bucket, and sends them to the results queue if the message asks for it.
 *
 * @param memoryMegabytes the memory of the function; 0 in a container
 */
record DocumentResultWriter(PartResults results, Queues queues, int memoryMegabytes) {
    void writeDone(String to, ResultTarget target, RenderingOutcome.Done done, long millis) {
        DocumentOutcome outcome = done.isRendered() ? DocumentOutcome.RENDERED : DocumentOutcome.EXISTED;
        int rendered = done.isRendered() ? 1 : 0;
        write(
                target,
                new PartResult(
                        1,
                        rendered,
                        1 - rendered,
                        rendered * done.bytes(),
                        0,
                        Map.of(),
                        millis,
                        memoryMegabytes,
                        1,
                        Map.of(),
                        new DocumentResult(to, done.pages(), done.bytes(), outcome, null)));
    }

    /**
     * Writes the result of a document that is given up.
     *
     * @param to the key of the PDF; empty if it is not readable
     */
    void writeFailed(String to, ResultTarget target, String reason, long millis) {
        write(
                target,
                new PartResult(
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of(reason, 1),
                        millis,
                        memoryMegabytes,
                        1,
                        Map.of(to, reason),
                        new DocumentResult(to, 0, 0, DocumentOutcome.FAILED, reason)));
    }

    private void write(ResultTarget target, PartResult result) {
        DocumentResult document = Objects.requireNonNull(result.document());
        if (!target.job().isEmpty()) {
            results.write(JobKeys.result(target.job(), target.part()), result);
        } else if (!document.key().isEmpty()) {
            results.write(JobKeys.documentResult(new Key(document.key())), result);
        }
        if (target.isNotified() && queues.hasResults()) {
            queues.sendResult(MessageText.ofJson(json(document, target).toString()));
        }
    }

    private static JsonObject json(DocumentResult document, ResultTarget target) {
        JsonObject json = new JsonObject();
        json.addProperty("key", document.key());
        if (document.reason() == null) {
            json.addProperty("pages", document.pages());
            json.addProperty("bytes", document.bytes());
        }
        json.addProperty("outcome", document.outcome().name().toLowerCase(Locale.ROOT));
        if (document.reason() != null) {
            json.addProperty("reason", document.reason());
        }
        if (!target.job().isEmpty()) {
            json.addProperty("job", target.job());
            json.addProperty("part", target.part());
        }
        return json;
    }
}
