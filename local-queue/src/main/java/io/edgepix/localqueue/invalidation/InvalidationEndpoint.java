package io.edgepix.localqueue.invalidation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * CloudFront's CreateInvalidation on the loopback address, so that the worker invalidates a local edge by the code that
 * invalidates on AWS. The path of the URL has a secret, since any web page can send a request to the loopback address.
 */
public final class InvalidationEndpoint implements AutoCloseable {
    /** The ID of the only distribution. */
    public static final String DISTRIBUTION = "LOCAL";

    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("invalidation").factory());
    private final String secret = "/" + UUID.randomUUID();
    private final Consumer<List<String>> invalidation;

    private InvalidationEndpoint(HttpServer server, Consumer<List<String>> invalidation) {
        this.server = server;
        this.invalidation = invalidation;
    }

    /** Starts the endpoint on a free port. It passes the paths and cache tags of each invalidation to a consumer. */
    public static InvalidationEndpoint start(Consumer<List<String>> invalidation) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            InvalidationEndpoint endpoint = new InvalidationEndpoint(server, invalidation);
            server.setExecutor(endpoint.threads);
            server.createContext(endpoint.secret + "/", endpoint::answer);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("the invalidation endpoint did not start: " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("POST")
                    || !path.endsWith("/distribution/" + DISTRIBUTION + "/invalidation")) {
                send(exchange, 404, error("NoSuchDistribution", "The only distribution is " + DISTRIBUTION + "."));
                return;
            }
            try {
                invalidation.accept(InvalidationBatch.paths(exchange.getRequestBody()));
                send(exchange, 201, created());
            } catch (IllegalArgumentException e) {
                send(exchange, 400, error("MalformedXML", "The body is not an InvalidationBatch."));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String created() {
        return "<Invalidation><Id>" + UUID.randomUUID() + "</Id><Status>Completed</Status></Invalidation>";
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                + "</Message></Error></ErrorResponse>";
    }

    /** Returns the URL for the variable {@code AWS_ENDPOINT_URL_CLOUDFRONT}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + secret);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
