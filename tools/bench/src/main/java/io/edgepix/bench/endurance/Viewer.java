package io.edgepix.bench.endurance;

import io.edgepix.derivative.Key;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests pictures from a local edge. Thread-safe. */
final class Viewer implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Viewer(int port) {
        this.port = port;
    }

    /**
     * Requests a derivative.
     *
     * @param size such as {@code 368x}
     * @param acceptsWebp whether the request accepts WebP
     */
    HttpResponse<byte[]> get(String key, String size, boolean acceptsWebp) throws IOException, InterruptedException {
        String path = new Key(key).path();
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?d=" + size))
                        .header("Accept", acceptsWebp ? "image/webp" : "*/*")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.close();
    }
}
