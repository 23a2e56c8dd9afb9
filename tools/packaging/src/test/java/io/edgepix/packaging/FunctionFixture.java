package io.edgepix.packaging;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A bucket, a queue, and the unpacked function. */
record FunctionFixture(Path scratch, LocalBucket bucket, QueueEndpoint queue, LambdaFolder task)
        implements AutoCloseable {
    private static final String HANDLER = "io.edgepix.pregenerate.lambda.PregenerateHandler::handleRequest";
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;

    static FunctionFixture open(Path scratch) throws IOException {
        return open(scratch, null);
    }

    /**
     * Opens all three.
     *
     * @param config the configuration in place of that in the zip, or null
     */
    static FunctionFixture open(Path scratch, @Nullable String config) throws IOException {
        return new FunctionFixture(
                scratch,
                LocalBucket.open(scratch.resolve("bucket")),
                QueueEndpoint.start(),
                LambdaFolder.unpack(Dist.pregenerate(), config));
    }

    /**
     * Writes an original into the bucket.
     *
     * @param key its extension is that of its format, {@code jpg} or {@code png}
     */
    byte[] upload(String key) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, key.substring(key.lastIndexOf('.') + 1), bytes);
        upload(key, bytes.toByteArray());
        return bytes.toByteArray();
    }

    /** Writes the first half of a JPEG into the bucket. */
    void uploadBroken(String key) throws IOException {
        byte[] whole = upload(key);
        upload(key, Arrays.copyOf(whole, whole.length / 2));
    }

    void upload(String key, byte[] bytes) throws IOException {
        Files.write(bucket.folder().resolve(key), bytes);
    }

    /** Starts the function, with the bucket's own credentials. */
    ManagedRuntime start(boolean snapshot) throws IOException {
        return start(snapshot, bucket.endpoint(), queue.uri(), credentials());
    }

    /**
     * Starts the function.
     *
     * @param more variables with credentials
     */
    ManagedRuntime start(boolean snapshot, URI s3, URI sqs, Map<String, String> more) throws IOException {
        Map<String, String> environment = environment(s3, sqs, "/queue");
        environment.putAll(more);
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR");
        return ManagedRuntime.start(new ManagedRuntime.Function(task.path(), HANDLER), scratch, snapshot, environment);
    }

    /** Runs the container's program, as docker/Dockerfile does, until its queue, that of large originals, is empty. Returns its log. */
    String runContainer() throws IOException, InterruptedException {
        Path log = scratch.resolve("container.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dedgepix.native=" + task.path().resolve("native"),
                        "-cp",
                        task.path().resolve("lib") + "/*",
                        "io.edgepix.pregenerate.container.Main")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment(bucket.endpoint(), queue.uri(), "/heavy"));
        builder.environment().putAll(credentials());
        builder.environment()
                .putAll(Map.of(
                        "AWS_REGION",
                        "us-east-1",
                        "EDGEPIX_CONFIG",
                        task.path().resolve("edgepix.json").toString(),
                        "IDLE_SECONDS",
                        "1"));
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }

    Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", bucket.accessKey(), "AWS_SECRET_ACCESS_KEY", bucket.secretKey());
    }

    private Map<String, String> environment(URI s3, URI sqs, String queue) {
        return new HashMap<>(Map.of(
                "BUCKET",
                bucket.bucket(),
                "QUEUE_URL",
                sqs.resolve(queue).toString(),
                "DEAD_LETTER_QUEUE_URL",
                sqs.resolve("/dead").toString(),
                "AWS_ENDPOINT_URL_S3",
                s3.toString(),
                "AWS_ENDPOINT_URL_SQS",
                sqs.toString()));
    }

    /** Returns a batch of SQS. */
    static String batch(String... messages) {
        return "{\"Records\": [" + String.join(", ", messages) + "]}";
    }

    /** Returns a message with a notification of S3 about an upload. */
    String message(String id, String key, int deliveries) {
        return withBody(id, """
                {"Records": [{"eventVersion": "2.5", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                 "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "size": 1}}}]}
                """.formatted(bucket.bucket(), key), deliveries);
    }

    static String withBody(String id, String body, int deliveries) {
        JsonObject attributes = new JsonObject();
        attributes.addProperty("ApproximateReceiveCount", String.valueOf(deliveries));
        JsonObject message = new JsonObject();
        message.addProperty("messageId", id);
        message.addProperty("receiptHandle", "receipt-of-" + id);
        message.addProperty("body", body);
        message.addProperty("eventSource", "aws:sqs");
        message.add("attributes", attributes);
        return message.toString();
    }

    /** Returns the keys of all derivatives of an original. */
    List<String> derivatives(String original) throws IOException {
        try (Stream<Path> files = Files.walk(bucket.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.folder().relativize(file).toString())
                    .filter(key -> key.endsWith("/" + original))
                    .sorted()
                    .toList();
        }
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Override
    public void close() {
        task.close();
        queue.close();
        bucket.close();
    }
}
