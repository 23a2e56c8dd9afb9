package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.DocumentRenderer;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.imaging.Renderers;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.container.ContainerCommand;
import io.edgepix.localqueue.sqs.QueueSettings;
import io.edgepix.pregenerate.job.DocumentOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Tests that no document is lost and none is stored twice if the process that renders them is killed. */
class KilledDocumentsTest {
    private static final int DOCUMENTS = 40;

    /** The numbers of documents after which the process is killed. */
    private static final int[] KILLS = {3, 15, 27};

    /** Every fourth document is compared with one of a quiet run. */
    private static final int COMPARED = 4;

    /** The time after which the messages of a killed process return. */
    private static final Duration VISIBILITY = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    /** The numbers of requests that stored an object, by key. */
    private final Map<String, Integer> puts = new ConcurrentHashMap<>();

    private BlobStore counting(BlobStore store) {
        return new ForwardingBlobStore(store) {
            @Override
            public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
                PutObjectResponse response = super.putBlob(request, body);
                puts.merge(request.key(), 1, Integer::sum);
                return response;
            }
        };
    }

    private static String key(int number) {
        return "invoices/" + number + ".pdf";
    }

    private long stored() {
        return IntStream.range(0, DOCUMENTS)
                .filter(number -> puts.containsKey(key(number)))
                .count();
    }

    private Process start(LocalBucket bucket, QueueFixture queues) throws IOException {
        ContainerCommand command = ContainerCommand.ofClassPath(LocalEnvironment.ofContainer(
                bucket, queues.queues, URI.create("http://127.0.0.1:9"), folder.resolve("edgepix.json"), DOCUMENTS));
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Test
    void processThatIsKilled_losesNoDocumentAndStoresNoneTwice() throws Throwable {
        Path objects = folder.resolve("bucket");
        Files.createDirectories(objects.resolve("templates"));
        Files.writeString(objects.resolve(DocumentJobs.TEMPLATE), DocumentJobs.HTML);
        Files.writeString(folder.resolve("edgepix.json"), "{}");
        try (LocalBucket bucket = LocalBucket.open(objects, null, this::counting);
                QueueFixture queues = new QueueFixture(new QueueSettings(VISIBILITY, VISIBILITY, DOCUMENTS))) {
            for (int number = 0; number < DOCUMENTS; number++) {
                queues.send(
                        queues.queues.heavyUrl(),
                        DocumentJobs.message(number, DocumentJobs.TEMPLATE, DocumentJobs.data(number, 1), key(number)));
            }

            for (int kill : KILLS) {
                Process process = start(bucket, queues);
                eventually(() -> assertThat(stored()).as(log()).isGreaterThanOrEqualTo(kill));
                process.destroyForcibly().waitFor();
            }
            Process last = start(bucket, queues);
            try {
                eventually(() -> assertThat(queues.count(queues.queues.heavyUrl()))
                        .as(log())
                        .isZero());
            } finally {
                last.destroyForcibly().waitFor();
            }

            assertThat(queues.count(queues.queues.deadLetterUrl())).isZero();
        }
        expectDocuments(objects);
    }

    private void expectDocuments(Path objects) throws Exception {
        DocumentRenderer renderer = renderer();
        DocumentFiles files = (key, maxBytes) -> read(objects.resolve(key.value()));
        for (int number = 0; number < DOCUMENTS; number++) {
            String key = key(number);
            assertThat(puts.get(key)).as(key).isEqualTo(1);
            if (number % COMPARED == 0) {
                byte[] quiet = renderer.render(
                                new DocumentRequest(new Key(DocumentJobs.TEMPLATE), DocumentJobs.data(number, 1)),
                                files)
                        .pdf();
                assertThat(objects.resolve(key)).hasBinaryContent(quiet);
            }
            assertThat(DocumentJobs.result(objects, number)).satisfies(result -> {
                assertThat(result.key()).isEqualTo(key);
                assertThat(result.pages()).isEqualTo(2);
                assertThat(result.bytes()).isEqualTo(Files.size(objects.resolve(key)));
                assertThat(result.outcome()).isNotEqualTo(DocumentOutcome.FAILED);
            });
        }
    }

    private static DocumentRenderer renderer() {
        Config config = ConfigReader.read("{}");
        return new DocumentRenderer(config.documents().container(), Renderers.best(ConfiguredLimits.container(config)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
