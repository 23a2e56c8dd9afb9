package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentException.Reason;
import io.edgepix.pregenerate.document.MemoryDocuments;
import io.edgepix.pregenerate.job.DocumentOutcome;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests documents that cannot be rendered. Here a message is delivered three times at most. */
class DocumentFailureTest extends DocumentFixture {
    private static final String REASON = "t/invoice.html: line 3: the field name is missing.";

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of(new DocumentException(Reason.TOO_LARGE, "The document has 201 pages.", null), "201 pages"),
                Arguments.of(new OutOfMemoryError("no heap"), "no heap"),
                Arguments.of(new StackOverflowError(), "StackOverflowError"));
    }

    private void fail(Throwable failure) {
        rendering = (request, files) -> {
            switch (failure) {
                case DocumentException e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw (Error) failure;
            }
        };
    }

    private void expectGivenUp(QueueMessage message, String reason) {
        assertThat(queues.deadLetters).containsExactly(new MemoryQueues.DeadLetter(message.body(), PDF, reason));
        assertThat(result(1)).isEqualTo(new DocumentResult(PDF, 0, 0, DocumentOutcome.FAILED, reason));
        assertThat(partResult(1).failed()).containsExactly(Map.entry(reason, 1));
        assertThat(partResult(1).failedKeys()).containsExactly(Map.entry(PDF, reason));
        assertThat(lines).anyMatch(line -> line.startsWith("DEAD_LETTER message=" + message.id()));
    }

    @Test
    void process_aBrokenTemplate_isGivenUpImmediatelyAndTheRestGoesOn() {
        upload(CAT, ORIGINAL);
        rendering = (request, files) -> {
            if (request.data().equals(data(1))) {
                throw new DocumentException(Reason.BROKEN, REASON, null);
            }
            return render(request, files);
        };
        QueueMessage broken = documentMessage(1, 1);
        QueueMessage good = message(DocumentMessages.write(new DocumentMessage(
                TEMPLATE, new DocumentData.Fields(data(2)), "good.pdf", false, ResultTarget.NO_JOB)));

        assertThat(process(broken, message(created(CAT)), good)).isEmpty();

        expectGivenUp(broken, REASON);
        assertThat(documents.documents).containsOnlyKeys("good.pdf");
        assertThat(store.derivatives).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void process_aDocumentThatIsTooLarge_goesToTheContainerImmediately(Throwable failure, String reason) {
        fail(failure);
        QueueMessage message = documentMessage(1, 1);

        assertThat(process(message)).isEmpty();

        assertThat(queues.heavy).containsExactly(message.body());
        assertThat(queues.deadLetters).isEmpty();
        assertThat(results).isEmpty();
        assertThat(lines).anyMatch(line -> line.startsWith("HEAVY message=" + message.id()) && line.contains(reason));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void process_aDocumentThatIsTooLargeForTheContainer_isGivenUp(Throwable failure, String reason) {
        queues.hasHeavy = false;
        fail(failure);

        assertThat(process(documentMessage(1, 1))).isEmpty();

        assertThat(queues.deadLetters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains(reason));
        assertThat(result(1).outcome()).isEqualTo(DocumentOutcome.FAILED);
    }

    @Test
    void process_outOfMemoryInTheContainer_isTriedAgainAlone() {
        queues.hasHeavy = false;
        rendering = (request, files) -> {
            if (renderings.incrementAndGet() == 1) {
                throw new DocumentException(Reason.TOO_LARGE, "no heap", new OutOfMemoryError("no heap"));
            }
            return render(request, files);
        };

        process(documentMessage(1, 1));

        assertThat(result(1).outcome()).isEqualTo(DocumentOutcome.RENDERED);
    }

    @Test
    void process_aBug_isTriedInTheContainerOrAgain() {
        fail(new IllegalStateException("a bug"));

        process(documentMessage(1, 1));
        assertThat(queues.heavy).hasSize(1);

        queues.hasHeavy = false;
        assertThat(process(documentMessage(1, 1))).hasSize(1);
        assertThat(queues.deadLetters).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"read, 1, 30", "find, 2, 60", "put, 1, 30"})
    void process_aFailureOfTheBucket_isRetriedWithoutItsCause(String verb, int deliveries, int seconds) {
        documents.failing.add(verb);
        QueueMessage message = message(document(1, 1), deliveries);

        assertThat(process(message).get(message.id())).isNotNull().doesNotContain(MemoryDocuments.SECRET);

        assertThat(queues.retries).containsExactly(seconds);
        assertThat(results).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains(MemoryDocuments.SECRET));
    }

    @Test
    void process_aFailureOfTheBucketAtTheLastDelivery_isGivenUp() {
        documents.failing.add("put");
        QueueMessage message = message(document(1, 1), 3);

        assertThat(process(message)).isEmpty();

        expectGivenUp(message, PDF + ": the document could not be stored");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 64_000})
    void process_outOfTime_isTriedAgainAndAtLastInTheContainer(long millis) {
        RemainingTime time = new RemainingTime(() -> millis);
        QueueMessage message = documentMessage(1, 1);
        QueueMessage last = message(document(1, 1), 3);

        assertThat(workers(CONFIG).messages().process(List.of(message), time)).containsOnlyKeys(message.id());
        assertThat(workers(CONFIG).messages().process(List.of(last), time)).isEmpty();

        assertThat(queues.retries).containsExactly(0);
        assertThat(queues.heavy).containsExactly(last.body());
        assertThat(renderings).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{`n`: | a mistake at line 1 column 6",
                "{`n`: 1,^ `m`: x} | a mistake at line 2 column 7",
                "[] | an array",
                "1 | a single value",
                "{} {} | a mistake at line 1 column 5",
                "'' | an empty file"
            })
    void process_dataThatAreNotAJsonObject_areNamedWithTheirPlace(String json, String found) {
        documents.write("d.json", json.replace('`', '"').replace('^', '\n'));
        QueueMessage message = message(document(1, new DocumentData.Stored("d.json"), false));

        process(message);

        assertThat(result(1).reason()).startsWith("d.json: expected a JSON object, got " + found);
        assertThat(queues.deadLetters).hasSize(1);
    }

    @Test
    void process_filesThatAreMissingOrTooLarge_areNamed() {
        process(message(document(1, new DocumentData.Stored("missing.json"), false)));
        documents.write("large.json", "{\"n\": \"" + "x".repeat(MAX_BYTES) + "\"}");
        process(message(document(2, new DocumentData.Stored("large.json"), false)));
        documents.files.remove(TEMPLATE);
        process(documentMessage(3, 1));

        assertThat(result(1).reason())
                .isEqualTo("missing.json: expected the data of a document in the bucket, got no such object");
        assertThat(lines).anyMatch(line -> line.startsWith("HEAVY") && line.contains("large.json: expected at most"));
        assertThat(result(3).reason())
                .isEqualTo("t/invoice.html: expected a template in the bucket, got no such object");
    }

    @Test
    void process_aMessageThatBreaksARule_isGivenUpWithAResult() {
        QueueMessage message = message(document(1, 1).replace(PDF, "/1.pdf"));

        process(message);

        assertThat(queues.deadLetters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason())
                        .isEqualTo("document.to: expected a key without empty segments, got /1.pdf"));
        assertThat(result(1).outcome()).isEqualTo(DocumentOutcome.FAILED);
    }

    @Test
    void process_aMessageWithAnUnknownField_hasAResultToo() {
        process(message(document(1, 1).replace("\"notify\":false", "\"notify\":true,\"x\":1")));

        assertThat(result(1).reason()).startsWith("x: expected only the fields document");
        assertThat(queues.deadLetters).hasSize(1);
        assertThat(queues.results).singleElement().asString().contains("\"outcome\":\"failed\"", "\"part\":1");
    }

    @Test
    void process_ifTheStackRendersNoDocuments_isGivenUpWithTheNameOfTheSetting() {
        hasDocuments = false;

        process(documentMessage(1, 1));

        assertThat(result(1).reason()).contains("documents.prefix");
        assertThat(documents.calls).isEmpty();
    }

    @Test
    void process_aTemplateThatUsesTheOwnFolder_isRefused() {
        documents.write(".edgepix/jobs/k/data/00000001.json", "{}");
        rendering = (request, files) -> {
            try {
                files.read(new Key(".edgepix/jobs/k/data/00000001.json"), MAX_BYTES);
                return render(request, files);
            } catch (StoreException e) {
                throw new DocumentException(Reason.BROKEN, e.reason().toString(), e);
            }
        };

        process(documentMessage(1, 1));

        assertThat(result(1).reason()).isEqualTo("MISSING");
    }
}
