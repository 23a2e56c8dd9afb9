package io.edgepix.localedge;

import io.edgepix.derivative.Config;
import io.edgepix.imaging.Renderer;
import io.edgepix.originresponse.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The real pair over a folder, and a plain HTTP client that follows nothing. */
final class PairFixture implements AutoCloseable {
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Pair pair;
    private final HttpClient http = HttpClient.newHttpClient();

    PairFixture(Path folder, String config) {
        this(folder, config, UnaryOperator.identity(), UnaryOperator.identity());
    }

    PairFixture(Path folder, String config, UnaryOperator<Stores> stores, UnaryOperator<Renderer> renderer) {
        this.folder = folder;
        this.pair = Pair.start(0, folder, Config.parse(config), log::add, stores, renderer);
    }

    Pair pair() {
        return pair;
    }

    String url(String pathAndQuery) {
        return "http://127.0.0.1:" + pair.port() + pathAndQuery;
    }

    /** Puts a file into the folder by hand. */
    void put(String key, byte[] bytes) {
        try {
            Path file = folder.resolve(key);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, headers);
    }

    HttpResponse<byte[]> send(String method, String pathAndQuery, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(pathAndQuery)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        http.close();
        pair.close();
    }
}
