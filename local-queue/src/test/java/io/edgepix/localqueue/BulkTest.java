package io.edgepix.localqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.edgepix.cli.Edgepix;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The command against a bucket and a queue on this machine, with a worker that only reports results. */
class BulkTest {
    private static SQSRestServer server;
    private static SqsClient sqs;
    private static String sqsUrl;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Set<String> processed = new ConcurrentSkipListSet<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private LocalBucket bucket;
    private String queueUrl;
    private LocalEndpoints endpoints;
    private @Nullable Thread worker;

    @BeforeAll
    static void startQueues() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        sqsUrl = "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(sqsUrl))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stopQueues() {
        sqs.close();
        server.stopAndWait();
    }

    @BeforeEach
    void setUp() throws IOException {
        bucket = LocalBucket.open(folder);
        String dead = sqs.createQueue(queue -> queue.queueName("dead-" + folder.getFileName()))
                .queueUrl();
        String deadArn = sqs.getQueueAttributes(
                        request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        queueUrl = sqs.createQueue(queue -> queue.queueName("q-" + folder.getFileName())
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"" + deadArn + "\",\"maxReceiveCount\":5}")))
                .queueUrl();
        endpoints = new LocalEndpoints(
                ProcessHandle.current().pid(),
                bucket.endpoint().toString(),
                bucket.bucket(),
                bucket.accessKey(),
                bucket.secretKey(),
                sqsUrl,
                queueUrl,
                dead,
                dead,
                dead,
                "{\"pregenerate\": {\"sizes\": [\"small\"], \"formats\": [\"webp\"]}}");
        endpoints.write(folder);
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        isClosed.set(true);
        if (worker != null) {
            worker.join();
        }
        bucket.close();
    }

    private void original(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    /** Reports the keys that contain {@code broken} as failed, and the others as done. */
    private void startWorker() {
        worker = Thread.ofPlatform().daemon().start(() -> {
            while (!isClosed.get()) {
                for (Message message : sqs.receiveMessage(request ->
                                request.queueUrl(queueUrl).waitTimeSeconds(1).maxNumberOfMessages(10))
                        .messages()) {
                    JobMessage part = new Gson().fromJson(message.body(), JobMessage.class);
                    int failed = (int) part.keys().stream()
                            .filter(key -> key.contains("broken"))
                            .count();
                    PartResult result = new PartResult(
                            part.keys().size() - failed,
                            part.keys().size() - failed,
                            0,
                            1,
                            0,
                            failed == 0 ? Map.of() : Map.of("unreadable", failed),
                            1000,
                            1024,
                            part.keys().size(),
                            failed == 0 ? Map.of() : Map.of("broken.jpg", "unreadable"));
                    processed.addAll(part.keys());
                    bucket.client()
                            .putObject(
                                    put -> put.bucket(bucket.bucket())
                                            .key(JobKeys.result(part.job(), part.part())
                                                    .value()),
                                    RequestBody.fromString(new Gson().toJson(result)));
                    if (failed > 0) {
                        sqs.sendMessage(letter ->
                                letter.queueUrl(endpoints.deadLetterQueueUrl()).messageBody(message.body()));
                    }
                    sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
                }
            }
        });
    }

    private int bulk(String... options) {
        CommandLine line = Edgepix.commandLine(new Bulk());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[options.length + 3];
        all[0] = "bulk";
        all[1] = "--bucket";
        all[2] = folder.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return line.execute(all);
    }

    @Test
    void bulk_everyOriginal_isSentOnceAndCounted() throws IOException {
        for (int i = 0; i < 60; i++) {
            original("a/" + i + ".jpg");
        }
        original("\uE000.jpg");
        original("\uD83D\uDE00.jpg");
        original("368x/webp/a/1.jpg");
        original("368x/webp/gone.jpg");
        startWorker();
        assertThat(bulk()).as(err.toString()).isZero();
        assertThat(processed).hasSize(63).contains("gone.jpg", "\uD83D\uDE00.jpg", "a/59.jpg");
        assertThat(out.toString())
                .contains(": 63 of 63 originals are done: 63 derivatives were rendered, 0 existed, $");
        assertThat(err.toString()).contains(" starts").contains(" originals, 0.0 a second, $0.00");
    }

    @Test
    void bulk_failedOriginals_exitsWithOneAndTheRedrive() throws IOException {
        original("good.jpg");
        original("broken.jpg");
        startWorker();
        assertThat(bulk()).isOne();
        assertThat(out.toString())
                .contains("1 of 2 originals are done: 1 derivative was rendered")
                .contains("1 failed (1 unreadable)\n  broken.jpg: unreadable\n")
                .containsPattern("aws sqs start-message-move-task --source-arn arn:\\S+dead-\\S+ --destination-arn"
                        + " arn:\\S+ --endpoint-url " + sqsUrl);
    }

    @Test
    void bulk_messagesThatAreLost_saysSoAndTheNextOneIsANewJob() throws IOException {
        original("a.jpg");
        isClosed.set(true);
        Thread thief = Thread.ofPlatform().start(() -> {
            while (take(queueUrl).isEmpty()) {
                Thread.onSpinWait();
            }
        });

        assertThat(bulk()).isOne();

        assertThat(thief.isAlive()).isFalse();
        assertThat(out.toString())
                .contains("1 original without a result, and the queue is empty: messages are lost")
                .doesNotContain("start-message-move-task");
        isClosed.set(false);
        startWorker();
        assertThat(bulk()).as(err.toString()).isZero();
    }

    @Test
    void bulk_failedOriginalsThatAreNoDeadLetters_exitsWithOneWithoutTheRedrive() throws IOException {
        original("broken.jpg");
        startWorker();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(this::bulk);
        while (take(endpoints.deadLetterQueueUrl()).isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(status.join()).isOne();

        assertThat(out.toString()).contains("1 failed (1 unreadable)").doesNotContain("start-message-move-task");
    }

    /** Receives and deletes messages. */
    private static List<Message> take(String url) {
        List<Message> messages = sqs.receiveMessage(
                        request -> request.queueUrl(url).waitTimeSeconds(1))
                .messages();
        messages.forEach(
                message -> sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages;
    }

    @Test
    void bulk_missingOnly_sendsOnlyWhatLacksDerivatives() throws IOException {
        original("a.jpg");
        original("b.jpg");
        Files.setLastModifiedTime(folder.resolve("a.jpg"), FileTime.fromMillis(1_000_000));
        original("368x/webp/a.jpg");
        startWorker();
        assertThat(bulk("--missing-only")).as(err.toString()).isZero();
        assertThat(processed).containsExactly("b.jpg");
    }

    @Test
    void bulk_nothingToDo_isDone() {
        assertThat(bulk()).isZero();
        assertThat(out.toString()).contains("0 of 0 originals are done");
    }

    @Test
    void bulk_noOriginalBeginsWithThePrefix_saysSoAndStartsNoJob() throws IOException {
        original("a.jpg");
        assertThat(bulk("--prefix", "none/")).isOne();
        assertThat(err.toString()).contains("--prefix none/: no original in the bucket begins with it");
        assertThat(folder.resolve(".edgepix/jobs")).doesNotExist();
    }

    @Test
    void bulk_wrongQueue_isNamedAndHasNoOriginals() throws IOException {
        original("a.jpg");
        assertThat(bulk("--queue-url", queueUrl + "-other")).isOne();
        assertThat(err.toString())
                .contains("cannot send to the queue " + queueUrl + "-other: ")
                .contains("0 originals are in the queue " + queueUrl + "-other; the same command sends the rest");
    }

    @Test
    void bulk_anotherConfigurationThanThatOfTheRun_isRefused(@TempDir Path other) throws IOException {
        original("a.jpg");
        Path config = Files.writeString(other.resolve("edgepix.json"), "{\"lenient\": true}");
        assertThat(bulk("--config", config.toString())).isOne();
        assertThat(err.toString()).contains("--config: expected the configuration of the run, got another one");
    }

    @Test
    void bulk_dryRun_sendsNothing() throws IOException {
        original("a.jpg");
        assertThat(bulk("--dry-run")).isZero();
        assertThat(out.toString()).contains("1 original would be sent in 1 message to " + queueUrl);
        assertThat(folder.resolve(".edgepix/jobs")).doesNotExist();
    }

    @Test
    void bulk_wrongOptions_areNamed() {
        for (List<String> wrong : List.of(
                List.of("--engine", "spark"),
                List.of("--engine", "s3-batch"),
                List.of("--missing-only", "--inventory", "manifest.json"),
                List.of("--sizes", "17x"),
                List.of("--sizes", "tiny"),
                List.of("--sizes", ","),
                List.of("--prefix", "/bulk"),
                List.of("--formats", "tiff"),
                List.of("--job", "20260101-000000-00000000"),
                List.of("--region", "eu-central-1"))) {
            assertThat(bulk(wrong.toArray(String[]::new))).isOne();
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "dev: --engine: expected queue or s3-batch, got spark",
                        "dev: --engine s3-batch requires --stack, which has the function and the role",
                        "dev: --missing-only and --inventory cannot be combined: an inventory has no order by which its"
                                + " keys can be compared; workers leave out what is current",
                        "dev: --sizes[0]: the size 17x is not offered; the nearest one is 32x",
                        "dev: --sizes[0]: expected the name of a preset (small, medium, large) or a size such as"
                                + " 200x200, got \"tiny\"",
                        "dev: --sizes: expected presets or sizes with commas between them, got an empty one",
                        "dev: the prefix \"/bulk\": expected the first characters of keys, without a leading slash and"
                                + " without . or .. as a segment",
                        "dev: --formats[0]: expected webp, jpeg, png, gif, avif or original, got \"tiff\"",
                        "dev: job 20260101-000000-00000000: expected .edgepix/jobs/20260101-000000-00000000/job.json in"
                                + " the bucket, got none",
                        "dev: --region requires --queue-url; --stack finds the queue by itself");
    }
}
