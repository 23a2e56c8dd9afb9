package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.edgepix.pregenerate.job.DocumentOutcome;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests messages about documents that can be rendered. */
class DocumentTest extends DocumentFixture {
    @Test
    void process_aMessage_storesTheDocumentAndItsResult() {
        assertThat(process(documentMessage(7, 1))).isEmpty();

        assertThat(pdf()).isEqualTo("<p>{{n}}</p>{\"n\":1}");
        assertThat(documents.stored(PDF)).satisfies(stored -> {
            assertThat(stored.pages()).isEqualTo(2);
            assertThat(stored.identity()).matches("[0-9a-f]{64}");
            assertThat(stored.cacheControl()).isEqualTo("private, no-cache");
            assertThat(stored.contentDisposition()).isEqualTo("inline; filename=\"1.pdf\"; filename*=UTF-8''1.pdf");
        });
        assertThat(result(7)).isEqualTo(new DocumentResult(PDF, 2, 19, DocumentOutcome.RENDERED, null));
        assertThat(partResult(7)).satisfies(part -> {
            assertThat(part.originals()).isOne();
            assertThat(part.rendered()).isOne();
            assertThat(part.keys()).isOne();
            assertThat(part.bytes()).isEqualTo(19);
        });
    }

    @Test
    void process_tenEqualMessagesOfABatch_renderOnceAndReadTheTemplateOnce() {
        QueueMessage[] batch = IntStream.range(0, 10)
                .mapToObj(part -> documentMessage(part, 1))
                .toArray(QueueMessage[]::new);

        assertThat(process(batch)).isEmpty();

        assertThat(renderings).hasValue(1);
        assertThat(documents.calls("put " + PDF)).isOne();
        assertThat(documents.calls("read " + TEMPLATE)).isOne();
        assertThat(IntStream.range(0, 10).mapToObj(part -> result(part).outcome()))
                .containsOnlyOnce(DocumentOutcome.RENDERED)
                .hasSize(10)
                .filteredOn(DocumentOutcome.EXISTED::equals)
                .hasSize(9);
    }

    @Test
    void process_theSameDocumentLater_hasTheSameResultWithoutARendering() {
        process(documentMessage(1, 1));
        process(documentMessage(2, 1));

        assertThat(renderings).hasValue(1);
        assertThat(result(2)).isEqualTo(new DocumentResult(PDF, 2, 19, DocumentOutcome.EXISTED, null));
        assertThat(partResult(2).found()).isOne();
        assertThat(partResult(2).bytes()).isZero();
    }

    @Test
    void process_dataInAnotherOrder_areTheSameDocument() {
        String one = "{\"a\": [1, {\"x\": null, \"y\": 2}], \"b\": \"c\"}";
        String other = "{\"b\": \"c\", \"a\": [1, {\"y\": 2, \"x\": null}]}";
        for (String json : List.of(one, other)) {
            process(message(document(
                    1, new DocumentData.Fields(JsonParser.parseString(json).getAsJsonObject()), false)));
        }

        assertThat(renderings).hasValue(1);
    }

    @Test
    void process_otherDataOrAnotherTemplate_replacesTheDocument() {
        process(documentMessage(1, 1));
        process(documentMessage(2, 2));
        documents.write(TEMPLATE, "<b>{{n}}</b>");
        process(documentMessage(3, 2));

        assertThat(renderings).hasValue(3);
        assertThat(pdf()).isEqualTo("<b>{{n}}</b>{\"n\":2}");
    }

    @Test
    void process_aForcedMessage_rendersAgainButOnceInABatch() {
        process(documentMessage(1, 1));
        String forced = document(2, new DocumentData.Fields(data(1)), true);

        process(message(forced), message(forced));

        assertThat(renderings).hasValue(2);
    }

    @Test
    void process_differentDataForOneKeyInABatch_endsWithTheLast() {
        process(documentMessage(1, 1), documentMessage(2, 2), documentMessage(3, 1));

        assertThat(pdf()).endsWith("{\"n\":1}");
        assertThat(result(3).outcome()).isEqualTo(DocumentOutcome.RENDERED);
    }

    @Test
    void process_afterACrashBetweenDocumentAndResult_writesTheResult() {
        QueueMessage message = documentMessage(1, 1);
        refusesResults = true;
        assertThat(process(message)).containsOnlyKeys(message.id());
        assertThat(pdf()).isNotEmpty();

        refusesResults = false;
        assertThat(process(message(message.body(), 2))).isEmpty();

        assertThat(renderings).hasValue(1);
        assertThat(result(1)).isEqualTo(new DocumentResult(PDF, 2, 19, DocumentOutcome.EXISTED, null));
    }

    @Test
    void process_dataInTheBucket_areRead() {
        documents.write(".edgepix/jobs/j/data/00000001.json", "{\"n\": 5}");

        process(message(document(1, new DocumentData.Stored(".edgepix/jobs/j/data/00000001.json"), false)));

        assertThat(pdf()).endsWith("{\"n\":5}");
    }

    @Test
    void process_aMessageWithoutAJob_hasItsResultByTheKeyAndInTheResultsQueue() {
        process(message(DocumentMessages.write(new DocumentMessage(
                TEMPLATE, new DocumentData.Fields(data(1)), PDF, false, new ResultTarget("", 0, true)))));

        assertThat(resultOf(PDF).outcome()).isEqualTo(DocumentOutcome.RENDERED);
        assertThat(results.keySet())
                .allMatch(key -> key.matches("\\.edgepix/jobs/documents/parts/[0-9a-f]{16}\\.json"));
        assertThat(queues.results)
                .containsExactly("{\"key\":\"invoices/1.pdf\",\"pages\":2,\"bytes\":19,\"outcome\":\"rendered\"}");
    }

    @Test
    void process_pdfsThatAreUploaded_areDroppedWithoutARequest() {
        upload("scan.pdf", ORIGINAL);

        assertThat(process(message(created("scan.pdf")), message(created(PDF)))).isEmpty();

        assertThat(store.calls).isEmpty();
        assertThat(documents.calls).isEmpty();
    }

    @Test
    void process_documentsAndPictures_haveBothMetrics() {
        upload(CAT, ORIGINAL);

        process(documentMessage(1, 1), message(created(CAT)), documentMessage(2, 1));

        assertThat(store.derivatives).hasSize(4);
        Map.of("Messages", 3, "Originals", 1, "Documents", 2, "DocumentsRendered", 1, "DocumentPages", 2)
                .forEach((name, value) -> assertThat(
                                Objects.requireNonNull(metrics().get(name)).getAsInt())
                        .as(name)
                        .isEqualTo(value));
    }

    @Test
    void process_picturesOnly_haveNoMetricsOfDocuments() {
        process(message(created(CAT)));

        assertThat(metrics().has("Documents")).isFalse();
    }
}
