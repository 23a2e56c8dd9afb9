package io.edgepix.quality.conformance;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Format;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.quality.worker.RenderOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The pair of functions behind a local edge. It must serve the results of a renderer over HTTP. */
final class ServedPair implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int OK = 200;

    private final Path bucket;
    private final LocalDeployment pair;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger originals = new AtomicInteger();

    private ServedPair(Path bucket, LocalDeployment pair) {
        this.bucket = bucket;
        this.pair = pair;
    }

    /** Starts a pair that offers exactly these boxes and qualities, and AVIF if it is among the formats. */
    static ServedPair start(List<Case> cases) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-conformance-bucket");
        return new ServedPair(bucket, LocalDeployment.start(0, bucket, ConfigReader.read(config(cases)), line -> {}));
    }

    static String config(List<Case> cases) {
        String boxes = cases.stream()
                .map(variant -> '"' + variant.box() + '"')
                .distinct()
                .collect(Collectors.joining(", "));
        String qualities = cases.stream()
                .filter(variant -> variant.format().isLossy())
                .map(variant -> '"' + variant.format().token() + "\": " + variant.quality())
                .distinct()
                .collect(Collectors.joining(", "));
        boolean avif = cases.stream().anyMatch(variant -> variant.format() == Format.AVIF);
        return "{\"sizes\": {\"list\": [" + boxes + "]}, \"quality\": {" + qualities + "}, \"avif\": " + avif + "}";
    }

    /** Adds an original to the bucket, under a key that does not reveal its format. */
    String put(byte[] original) throws IOException {
        String key = "original-" + originals.incrementAndGet();
        Files.write(bucket.resolve(key), original);
        return key;
    }

    /**
     * Requests a derivative.
     *
     * @return a description of the served answer if it differs from the rendering, or empty
     */
    Optional<String> difference(String key, Case variant, RenderOutcome rendered) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pair.port() + "/" + key + "?d="
                        + variant.box() + "&f=" + variant.format().token()))
                .header("accept", "image/avif,image/webp,*/*")
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("content-type").orElse("");
            return difference(rendered, variant.format().contentType(), answer.statusCode(), type, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static Optional<String> difference(RenderOutcome rendered, String wanted, int status, String type, byte[] body) {
        if (status != rendered.status()) {
            return Optional.of(status + (status == OK ? "" : ": " + text(body)));
        }
        if (status != OK) {
            return text(body).equals(rendered.error()) ? Optional.empty() : Optional.of(status + ": " + text(body));
        }
        if (!type.equals(wanted)) {
            return Optional.of(type);
        }
        return Arrays.equals(body, rendered.body())
                ? Optional.empty()
                : Optional.of("different bytes, length " + body.length);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        http.close();
        pair.close();
        try {
            Folders.delete(bucket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
