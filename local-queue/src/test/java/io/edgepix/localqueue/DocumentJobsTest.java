package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localqueue.sqs.QueueSettings;
import io.edgepix.pregenerate.job.DocumentOutcome;
import io.edgepix.pregenerate.job.DocumentResult;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests document messages on one machine, with the function, the container, and the renderer of documents. */
class DocumentJobsTest {
    private static final String CONFIG = """
            {"pregenerate": {"sizes": ["64x64"], "formats": ["webp"]},
             "documents": {"maxPages": 2, "container": {"maxPages": 10}}}
            """;

    @TempDir
    static Path folder;

    private static PregenerationFixture fixture;

    @BeforeAll
    static void start() throws IOException {
        fixture = new PregenerationFixture(
                folder, CONFIG, new QueueSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 2));
        fixture.write(DocumentJobs.TEMPLATE, DocumentJobs.HTML.getBytes(StandardCharsets.UTF_8));
        fixture.write("templates/broken.html", "<p>\n{{missing}}</p>".getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void send(int part, String template, int rows, String to) {
        fixture.queues()
                .client()
                .sendMessage(message -> message.queueUrl(fixture.queues().url())
                        .messageBody(DocumentJobs.message(part, template, DocumentJobs.data(1, rows), to)));
    }

    private static void expectResult(int part) throws Throwable {
        eventually(() -> assertThat(DocumentJobs.hasResult(folder, part))
                .as(part + " " + fixture.log)
                .isTrue());
    }

    private static DocumentResult result(int part) {
        return DocumentJobs.result(folder, part);
    }

    @Test
    void tenEqualMessages_makeOneDocumentAndTenResults() throws Throwable {
        for (int part = 0; part < 10; part++) {
            send(part, DocumentJobs.TEMPLATE, 1, "invoices/1.pdf");
        }

        for (int part = 0; part < 10; part++) {
            expectResult(part);
        }
        List<DocumentResult> results =
                IntStream.range(0, 10).mapToObj(DocumentJobsTest::result).toList();
        assertThat(results)
                .filteredOn(result -> result.outcome() == DocumentOutcome.RENDERED)
                .hasSize(1);
        HeadObjectResponse head = fixture.head("invoices/1.pdf");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.key()).isEqualTo("invoices/1.pdf");
            assertThat(result.pages()).isEqualTo(2);
            assertThat(result.bytes()).isEqualTo(head.contentLength());
        });
        assertThat(head.contentType()).isEqualTo("application/pdf");
        assertThat(head.contentDisposition()).isEqualTo("inline; filename=\"1.pdf\"; filename*=UTF-8''1.pdf");
        assertThat(head.cacheControl()).isEqualTo("private, no-cache");
        assertThat(head.metadata()).containsEntry("pages", "2").containsKey("document-source");
        List<Message> sent =
                QueueFixture.take(fixture.queues().client(), fixture.queues().resultsUrl());
        assertThat(sent).hasSizeGreaterThanOrEqualTo(10);
        assertThat(sent)
                .anySatisfy(message -> assertThat(message.body())
                        .contains("\"key\":\"invoices/1.pdf\",\"pages\":2,", "\"outcome\":\"rendered\",\"job\":\"j\""));
    }

    @Test
    void brokenTemplate_endsInTheDeadLetterQueueAndOthersGoOn() throws Throwable {
        send(20, "templates/broken.html", 1, "broken.pdf");
        fixture.write("good.jpg", Pictures.jpeg(100, 100, Color.RED));
        send(21, DocumentJobs.TEMPLATE, 1, "good.pdf");

        expectResult(20);
        expectResult(21);
        fixture.expectDerivative("64x64/webp/good.jpg", "good.jpg");
        assertThat(result(20).outcome()).isEqualTo(DocumentOutcome.FAILED);
        assertThat(result(20).reason()).contains("templates/broken.html", "line 2", "missing");
        assertThat(result(21).outcome()).isEqualTo(DocumentOutcome.RENDERED);
        assertThat(QueueFixture.take(fixture.queues().client(), fixture.queues().deadLetterUrl()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.body()).contains("broken.pdf");
                    assertThat(Objects.requireNonNull(letter.messageAttributes().get("reason"))
                                    .stringValue())
                            .isEqualTo(result(20).reason());
                });
        assertThat(fixture.exists("broken.pdf")).isFalse();
    }

    @Test
    void documentOverTheLimitsOfTheFunction_isRenderedByTheContainer() throws Throwable {
        send(30, DocumentJobs.TEMPLATE, 4, "large.pdf");

        expectResult(30);
        assertThat(result(30).outcome()).isEqualTo(DocumentOutcome.RENDERED);
        assertThat(result(30).pages()).isEqualTo(5);
        assertThat(fixture.log).anyMatch(line -> line.startsWith("HEAVY") && line.contains("path=/large.pdf"));
    }
}
