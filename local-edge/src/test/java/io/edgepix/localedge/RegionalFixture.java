package io.edgepix.localedge;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cloudformation.Template;
import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.function.EdgeFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An edge with the template of the regional stack, an empty bucket, and functions that a test replaces. */
abstract class RegionalFixture {
    static final Map<String, String> PARAMETERS = Map.of("ViewerRequestType", "edge");

    @TempDir
    Path folder;

    /** The events of the function behind the origin group, and of that for large originals. */
    final List<JsonObject> firstEvents = new CopyOnWriteArrayList<>();

    final List<JsonObject> bigEvents = new CopyOnWriteArrayList<>();
    final List<JsonObject> viewerEvents = new CopyOnWriteArrayList<>();
    final List<String> faultLines = new CopyOnWriteArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    volatile EdgeFunction function = event -> answer(200, "max-age=60", "made");
    LocalBucket bucket;
    LocalEdge edge;

    @BeforeEach
    void openEdge() {
        bucket = LocalBucket.open(folder.resolve("pictures"));
        edge = start(Template.regional(), PARAMETERS);
    }

    @AfterEach
    void closeEdge() {
        edge.close();
        bucket.close();
        http.close();
    }

    private LocalEdge start(Template template, Map<String, String> parameters) {
        EdgeSettings settings = EdgeSettings.defaults()
                .withClock(nanos::get)
                .withLogs(line -> {}, faultLines::add)
                .withStack(new EdgeSettings.Stack(template, parameters));
        return LocalEdge.start(0, bucket, source(), settings);
    }

    private FunctionSource source() {
        return new FunctionSource() {
            @Override
            public EdgeFunction atTheEdge(String packageKey) {
                return event -> {
                    viewerEvents.add(EdgeFixture.cf(event));
                    return EdgeFixture.request(event).toString();
                };
            }

            @Override
            public EdgeFunction behindUrl(FunctionOrigin.Code code) {
                boolean isBig = "big".equals(code.environment().get("EDGEPIX_ROLE"));
                return event -> {
                    (isBig ? bigEvents : firstEvents)
                            .add(JsonParser.parseString(event).getAsJsonObject());
                    return function.invoke(event);
                };
            }
        };
    }

    /** Opens the edge again with an edited template. The edits are pairs of a text and its replacement. */
    void reopen(String... edits) {
        reopen(PARAMETERS, edits);
    }

    void reopen(Map<String, String> parameters, String... edits) {
        String text = Template.regional().text();
        for (int i = 0; i < edits.length; i += 2) {
            if (!text.contains(edits[i])) {
                throw new IllegalArgumentException("expected the template to contain: " + edits[i]);
            }
            text = text.replace(edits[i], edits[i + 1]);
        }
        LocalEdge other = start(Template.parse(text), parameters);
        edge.close();
        edge = other;
    }

    /** Returns an answer of payload format 2.0. */
    static String answer(int status, String cacheControl, String body) {
        JsonObject headers = new JsonObject();
        headers.addProperty("cache-control", cacheControl);
        JsonObject answer = new JsonObject();
        answer.addProperty("statusCode", status);
        answer.add("headers", headers);
        answer.addProperty("body", body);
        answer.addProperty("isBase64Encoded", false);
        return answer.toString();
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
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    void passSeconds(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }
}
