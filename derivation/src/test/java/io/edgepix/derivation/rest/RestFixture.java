package io.edgepix.derivation.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A server that answers as it is told, and its client. */
final class RestFixture implements AutoCloseable {
    static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsSessionCredentials.create("key", "secret", "the-token"));

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    record Request(String line, String authorization, String token) {
        static Request of(HttpExchange exchange) {
            var headers = exchange.getRequestHeaders();
            return new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("X-Amz-Security-Token"));
        }
    }

    private final HttpServer server;
    /** The first answers; all further ones are an object. */
    final BlockingDeque<Answer> answers = new LinkedBlockingDeque<>();

    final List<Request> requests = new CopyOnWriteArrayList<>();

    RestFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(Request.of(exchange));
        exchange.getRequestBody().readAllBytes();
        Answer next = answers.poll();
        try (exchange) {
            (next == null ? object() : next).to(exchange);
        }
    }

    static Answer object() {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"e\"");
            send(exchange, 200, "picture");
        };
    }

    static Answer error(int status, String code) {
        return exchange -> send(exchange, status, xml(code));
    }

    /** Answers with a Region, and with a URL that a client must not send its signature to. */
    static Answer elsewhere(int status, String region) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", "/other/a.jpg");
            exchange.getResponseHeaders().set("x-amz-bucket-region", region);
            send(exchange, status, xml("PermanentRedirect"));
        };
    }

    private static String xml(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>Words of S3.</Message><RequestId>r</RequestId></Error>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("x-amz-request-id", "the-request");
        exchange.sendResponseHeaders(status, isHead ? -1 : text.length());
        if (!isHead) {
            exchange.getResponseBody().write(text.getBytes(UTF_8));
        }
    }

    Store store() {
        return store(RestTimeouts.EVENT, 4);
    }

    Store store(RestTimeouts timeouts, int attempts) {
        return new RestStores(Optional.of(endpoint()), CREDENTIALS, attempts, timeouts)
                .of(new Bucket("pictures", "us-east-1", ""));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
