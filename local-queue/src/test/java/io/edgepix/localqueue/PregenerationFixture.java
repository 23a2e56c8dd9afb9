package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.sqs.QueueSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** A local edge with pregeneration over a folder. */
final class PregenerationFixture implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(100);

    final List<String> log = new CopyOnWriteArrayList<>();
    final LocalDeployment edge;
    final LocalPregeneration pregeneration;
    private final HttpClient http = HttpClient.newHttpClient();

    PregenerationFixture(Path folder, String config, QueueSettings queues) {
        this.edge = LocalDeployment.start(0, folder, ConfigReader.read(config), log::add);
        this.pregeneration = LocalPregeneration.start(edge, config, new LocalSettings(false, QUIET, queues), log::add);
    }

    LocalBucket bucket() {
        return edge.bucket();
    }

    LocalQueues queues() {
        return pregeneration.queues();
    }

    void write(String key, byte[] bytes) throws IOException {
        Path file = bucket().folder().resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    boolean exists(String key) {
        return Files.exists(bucket().folder().resolve(key));
    }

    HeadObjectResponse head(String key) {
        return bucket().client()
                .headObject(head -> head.bucket(bucket().bucket()).key(key));
    }

    /** Waits until an object exists that was rendered from the current original. */
    void expectDerivative(String key, String original) throws Throwable {
        eventually(() -> {
            assertThat(exists(key)).as(key + " " + log).isTrue();
            assertThat(head(key).metadata())
                    .containsEntry("original-etag", head(original).eTag());
        });
    }

    /** Returns the number of messages of a queue, visible or not. */
    long count(String queueUrl) {
        return QueueFixture.count(queues().client(), queueUrl);
    }

    /** Waits until both queues are empty. */
    void expectQuiet() throws Throwable {
        eventually(() -> {
            assertThat(count(queues().url())).isZero();
            assertThat(count(queues().heavyUrl())).isZero();
        });
    }

    /** Returns the keys below {@code .edgepix/} or of derivatives. */
    List<String> keys() throws IOException {
        Path folder = bucket().folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(key -> !key.startsWith(".edgepix/"))
                    .sorted()
                    .toList();
        }
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + edge.port() + path))
                        .header("Accept", "image/webp")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        try (edge;
                pregeneration) {
            http.close();
        }
    }
}
