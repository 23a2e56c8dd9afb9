package io.edgepix.bench.regional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lambda's Runtime API of version 2018-06-01 for one process, and the endpoint of its role's credentials. */
final class RuntimeApi implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = "invocation/";
    private static final String CREDENTIALS = "/credentials";
    private static final int SECONDS = 120;

    /**
     * A message of the process.
     *
     * @param kind the end of its path: {@code restore/next}, {@code invocation/next}, {@code response}, {@code error},
     *     {@code init/error} or {@code restore/error}
     * @param nanos the time at which all of it was here
     */
    record Message(String kind, String body, long nanos) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CountDownLatch restored = new CountDownLatch(1);
    private final String credentials;
    private int invocations;

    private RuntimeApi(HttpServer server, String credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    static RuntimeApi start(String accessKey, String secretKey) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String credentials = """
                {"AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "session", "Expiration": "%s"}
                """.formatted(accessKey, secretKey, Instant.now().plus(6, ChronoUnit.HOURS));
        RuntimeApi api = new RuntimeApi(server, credentials);
        server.createContext(RUNTIME, api::handle);
        server.createContext(CREDENTIALS, exchange -> {
            try (exchange) {
                respond(exchange, 200, api.credentials);
            }
        });
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the value of {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
    String credentialsUri() {
        return "http://" + address() + CREDENTIALS;
    }

    /** Lets a process that waits in {@code restore/next} continue. */
    void restore() {
        restored.countDown();
    }

    /** Sends an event to the process, now or as soon as it asks. */
    void send(String event) {
        events.add(event);
    }

    /** Waits for a message of the given kind. */
    Message await(String kind) {
        try {
            Message message = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null || !message.kind().equals(kind)) {
                throw new BenchException("the function: expected " + kind + ", got " + message);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        boolean isAnswer = path.startsWith(INVOCATION) && !path.equals(INVOCATION + "next");
        String kind = isAnswer ? path.substring(path.lastIndexOf('/') + 1) : path;
        messages.add(new Message(kind, body, System.nanoTime()));
        try (exchange) {
            switch (kind) {
                case "restore/next" -> {
                    restored.await();
                    respond(exchange, 200, "");
                }
                case "invocation/next" -> respondWithEvent(exchange, events.take());
                default -> respond(exchange, 202, "{\"status\":\"OK\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respondWithEvent(HttpExchange exchange, String event) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", "request-" + ++invocations);
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 60_000));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:regional");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
        respond(exchange, 200, event);
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
