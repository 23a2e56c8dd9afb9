package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.bucket.LocalBucket;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A local deployment over a folder, from classes or zips, and an HTTP client that follows no redirects. */
final class LocalDeploymentFixture implements AutoCloseable {
    /** The folder with the zips if the tests run against them instead of the classes. */
    private static final @Nullable String DIST = System.getProperty("edgepix.dist");

    private static final long QUIET_MILLIS = 150;

    final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicLong passed = new AtomicLong();
    private final Path folder;
    private final LocalDeployment pair;
    private final HttpClient http = HttpClient.newHttpClient();

    LocalDeploymentFixture(Path folder, String config) {
        this(StackUnderTest.PAIR, folder, config);
    }

    LocalDeploymentFixture(StackUnderTest stack, Path folder, String config) {
        this(stack, folder, config, new BucketFaults());
    }

    LocalDeploymentFixture(StackUnderTest stack, Path folder, String config, BucketFaults faults) {
        this(folder, faults, (bucket, log) -> functions(stack, config, bucket, log));
    }

    LocalDeploymentFixture(
            Path folder, BucketFaults faults, BiFunction<LocalBucket, Consumer<String>, Functions> functions) {
        this.folder = folder;
        this.pair = LocalDeployment.start(
                0,
                LocalBucket.open(folder, null, faults::around),
                log::add,
                bucket -> functions.apply(bucket, log::add),
                () -> System.nanoTime() + passed.get());
    }

    private static Functions functions(StackUnderTest stack, String text, LocalBucket bucket, Consumer<String> log) {
        Config config = ConfigReader.read(text);
        return DIST == null
                ? stack.ofClasses(config, bucket, log, UnaryOperator.identity())
                : stack.ofZips(Path.of(DIST), config, text, bucket, log);
    }

    /** Returns the number of renderings in the log. Another process may write the log, with a short delay. */
    long renderings() {
        int lines;
        do {
            lines = log.size();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS));
        } while (lines < log.size());
        return log.stream().filter(line -> line.startsWith("MADE ")).count();
    }

    /** Lets answers in the cache become older. */
    void passSeconds(long seconds) {
        passed.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    LocalBucket bucket() {
        return pair.bucket();
    }

    String url(String pathAndQuery) {
        return "http://127.0.0.1:" + pair.port() + pathAndQuery;
    }

    /** Writes a file into the folder without the S3 protocol. */
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

    /** Requests a derivative, if need be by the larger function of the regional stack. */
    HttpResponse<byte[]> getAndFollow(String pathAndQuery, String... headers) {
        HttpResponse<byte[]> answer = get(pathAndQuery, headers);
        String location = header(answer, "location");
        return location.startsWith("/~big/") ? get(location, headers) : answer;
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
