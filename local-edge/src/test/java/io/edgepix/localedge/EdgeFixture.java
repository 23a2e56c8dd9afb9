package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cloudformation.Template;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.function.EdgeFunction;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An edge with an empty bucket, and with functions that pass everything on unless a test replaces them. */
abstract class EdgeFixture {
    private static final EdgeSettings.Stack REGIONAL =
            new EdgeSettings.Stack(Template.regional(), Map.of("ViewerRequestType", "edge"));

    @TempDir
    Path folder;

    final List<JsonObject> viewerEvents = new CopyOnWriteArrayList<>();
    final List<JsonObject> originEvents = new CopyOnWriteArrayList<>();
    final List<String> accessLines = new CopyOnWriteArrayList<>();
    final List<String> faultLines = new CopyOnWriteArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    volatile EdgeFunction viewerFunction = event -> request(event).toString();
    volatile EdgeFunction originFunction = event -> response(event).toString();
    LocalBucket bucket;
    LocalEdge edge;

    @BeforeEach
    void openEdge() {
        bucket = LocalBucket.open(folder.resolve("pictures"));
        edge = stack() == StackUnderTest.PAIR
                ? LocalEdge.start(0, bucket, this::viewer, this::origin, settings())
                : LocalEdge.start(
                        0,
                        bucket,
                        new OriginAdapter(this::viewer, this::origin),
                        settings().withStack(REGIONAL));
    }

    @AfterEach
    void closeEdge() {
        edge.close();
        bucket.close();
        http.close();
    }

    /** Returns the stack of the edge. In the regional one, the origin function is called only for what S3 does not have. */
    StackUnderTest stack() {
        return StackUnderTest.PAIR;
    }

    EdgeSettings settings() {
        return EdgeSettings.defaults().withClock(nanos::get).withLogs(accessLines::add, faultLines::add);
    }

    String viewer(String event) throws Exception {
        viewerEvents.add(cf(event));
        return viewerFunction.invoke(event);
    }

    String origin(String event) throws Exception {
        originEvents.add(cf(event));
        return originFunction.invoke(event);
    }

    static JsonObject cf(String event) {
        return Events.cf(JsonParser.parseString(event).getAsJsonObject());
    }

    static JsonObject request(String event) {
        return cf(event).getAsJsonObject("request");
    }

    static JsonObject response(String event) {
        return cf(event).getAsJsonObject("response");
    }

    /** Returns an origin-response function that edits the response of S3. */
    static EdgeFunction editing(UnaryOperator<JsonObject> edit) {
        return event -> edit.apply(response(event)).toString();
    }

    /** Returns an origin-response function that answers with a status, a cache-control and the headers of S3. */
    static EdgeFunction answering(int status, String cacheControl) {
        return editing(response -> {
            response.addProperty("status", Integer.toString(status));
            response.addProperty("body", "made");
            return header(response, "cache-control", cacheControl);
        });
    }

    static JsonObject header(JsonObject message, String name, String value) {
        JsonObject map = new Headers().add(name, value).toEvent();
        message.getAsJsonObject("headers").add(name, map.get(name));
        return message;
    }

    void put(String key, String content) throws IOException {
        Path file = folder.resolve("pictures").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(edge.uri() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Waits for a condition that is met in the background. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("deadline of 20 s").isLessThan(end);
            Thread.sleep(5);
        }
    }

    static String xCache(HttpResponse<String> response) {
        return response.headers().firstValue("x-cache").orElse("");
    }

    void passSeconds(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }
}
