package io.edgepix.pregenerate.worker;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** A bucket with a template, and a renderer that counts. */
class DocumentFixture extends WorkerFixture {
    static final String TEMPLATE = "t/invoice.html";
    static final String PDF = "invoices/1.pdf";

    final AtomicInteger renderings = new AtomicInteger();

    @BeforeEach
    void writeTemplate() {
        documents.write(TEMPLATE, "<p>{{n}}</p>");
        rendering = (request, files) -> {
            renderings.incrementAndGet();
            return render(request, files);
        };
    }

    static JsonObject data(int n) {
        return JsonParser.parseString("{\"n\": " + n + "}").getAsJsonObject();
    }

    /** Returns the body of a message of the job j. */
    static String document(int part, int n) {
        return document(part, new DocumentData.Fields(data(n)), false);
    }

    static String document(int part, DocumentData data, boolean isForced) {
        return DocumentMessages.write(
                new DocumentMessage(TEMPLATE, data, PDF, isForced, new ResultTarget("j", part, false)));
    }

    QueueMessage documentMessage(int part, int n) {
        return message(document(part, n));
    }

    PartResult partResult(int part) {
        return Objects.requireNonNull(results.get(JobKeys.result("j", part).value()), results::toString);
    }

    DocumentResult result(int part) {
        return Objects.requireNonNull(partResult(part).document());
    }

    DocumentResult resultOf(String pdf) {
        return Objects.requireNonNull(Objects.requireNonNull(
                        results.get(JobKeys.documentResult(new Key(pdf)).value()), results::toString)
                .document());
    }

    String pdf() {
        return new String(documents.stored(PDF).pdf(), StandardCharsets.UTF_8);
    }
}
