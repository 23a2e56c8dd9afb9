package io.edgepix.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;

/** The endpoint from which functions with SnapStart get the credentials of their role. */
final class CredentialsEndpoint implements AutoCloseable {
    private static final String TOKEN = "token";

    private final HttpServer server;
    private volatile String accessKey;
    private volatile String secretKey;

    private CredentialsEndpoint(HttpServer server, String accessKey, String secretKey) {
        this.server = server;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    static CredentialsEndpoint start(String accessKey, String secretKey) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CredentialsEndpoint endpoint = new CredentialsEndpoint(server, accessKey, secretKey);
        server.createContext("/", endpoint::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return endpoint;
    }

    void replace(String newAccessKey, String newSecretKey) {
        accessKey = newAccessKey;
        secretKey = newSecretKey;
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                TOKEN);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String json = """
                    {"AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "session", "Expiration": "%s"}
                    """.formatted(accessKey, secretKey, Instant.now().plus(Duration.ofHours(6)));
            byte[] body = known ? json.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(known ? 200 : 403, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
