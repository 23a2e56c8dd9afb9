package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Requests pictures from a local edge, as a browser that accepts WebP. */
public final class EdgeClient implements AutoCloseable {
    /**
     * The status of an answer, and its time.
     *
     * @param millis from the request to the end of the answer
     */
    public record Answer(int status, double millis) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public EdgeClient(int port) {
        this.port = port;
    }

    public CompletableFuture<Answer> ask(String pathAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .header("Accept", "image/webp")
                .timeout(Duration.ofSeconds(40))
                .build();
        long start = System.nanoTime();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(response.statusCode(), Stopwatch.millisSince(start)));
    }

    /**
     * Waits for an answer.
     *
     * @throws IOException if there is no answer
     */
    public static Answer await(CompletableFuture<Answer> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IOException("no answer: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
