package io.edgepix.packaging;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.originresponse.child.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The run that records which classes the packaged program uses. It covers every format in and out and every kind of
 * error. It reads from a real S3 server and stores there, over TLS. An unexpected answer is an error.
 */
final class Training implements AutoCloseable {
    private static final String REGION = "us-east-1";

    private final Path scratch;
    private final LocalBucket bucket;
    private final LocalBucket.KeyStoreFile certificate;

    private Training(Path scratch) throws IOException {
        this.scratch = scratch;
        this.certificate = Certificate.make(scratch);
        this.bucket = LocalBucket.open(Files.createDirectories(scratch.resolve("bucket")), certificate);
    }

    /**
     * Runs the training once.
     *
     * @param scratch an empty folder
     * @param cacheFlags the flags by which Java records
     * @throws PackagingException after an unexpected answer; the message contains the last lines of the output
     */
    static void run(JavaCommand java, Path scratch, List<String> cacheFlags) throws IOException {
        Path log = scratch.resolve("training.log");
        try (Training training = new Training(scratch)) {
            training.run(java, cacheFlags, log);
        } catch (PackagingException | IOException e) {
            throw Processes.withLog(e, log);
        }
    }

    private void run(JavaCommand java, List<String> cacheFlags, Path log) throws IOException {
        TrainingPictures.write(scratch.resolve("bucket"));
        // The configuration of the package may refuse the sizes and pictures that the training requests.
        Path config = Files.writeString(scratch.resolve("edgepix.json"), "{\"avif\": true}");
        List<String> flags =
                Stream.concat(cacheFlags.stream(), trust().stream()).toList();
        try (TrainingChild child =
                TrainingChild.start(java, flags, config, environment(), scratch.resolve("socket"), log)) {
            ask(child);
            child.finish(1, TimeUnit.MINUTES);
        }
    }

    private void ask(TrainingChild child) throws IOException {
        for (TrainingCase one : TrainingCase.all()) {
            Frame answer = child.ask(MissEvent.of(one.method(), one.uri(), bucket.bucket(), REGION));
            JsonObject response = JsonParser.parseString(answer.json()).getAsJsonObject();
            String status = response.get("status").getAsString();
            if (!status.equals(one.status())) {
                throw new PackagingException(one.uri() + ": expected a " + one.status() + ", got " + answer.json());
            }
        }
        stored(TrainingCase.all());
    }

    /** Checks that the derivatives were stored. */
    private void stored(List<TrainingCase> cases) throws IOException {
        for (TrainingCase one : cases) {
            if (!one.stored().isEmpty() && !Files.isRegularFile(scratch.resolve("bucket" + one.stored()))) {
                throw new PackagingException(
                        one.uri() + ": expected a stored derivative " + one.stored() + ", got none");
            }
        }
    }

    private List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + certificate.file(),
                "-Djavax.net.ssl.trustStorePassword=" + certificate.password());
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", REGION,
                "AWS_ACCESS_KEY_ID", bucket.accessKey(),
                "AWS_SECRET_ACCESS_KEY", bucket.secretKey(),
                "AWS_SESSION_TOKEN", "training",
                "AWS_ENDPOINT_URL_S3", bucket.secureEndpoint().toString());
    }

    @Override
    public void close() {
        bucket.close();
    }
}
