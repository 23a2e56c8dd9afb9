package io.edgepix.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lambda's runtime API of version 2018-06-01, for one process. */
final class RuntimeApi implements AutoCloseable {
    private static final String PATH = "/2018-06-01/runtime/";
    private static final String INVOCATION = "invocation/";
    private static final int SECONDS = 90;
    /** The time of an invocation. */
    private static final int MILLIS = 300_000;

    /**
     * A message of the process.
     *
     * @param kind the end of its path: {@code restore/next}, {@code invocation/next}, {@code response}, {@code error},
     *     {@code init/error} or {@code restore/error}
     */
    record Message(String kind, String body, long nanos) {}

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CountDownLatch restored = new CountDownLatch(1);
    private int invocations;

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server);
        server.createContext(PATH, api::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return api;
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets a process that waits in {@code restore/next} continue. */
    void restore() {
        restored.countDown();
    }

    /** Sends an event to the process. */
    void send(String event) {
        events.add(event);
    }

    /** Returns the next message of the process. */
    Message next() throws InterruptedException {
        Message message = messages.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("expected a message of the process, got none in " + SECONDS + " s");
        }
        return message;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String kind = path.startsWith(INVOCATION) && !path.equals(INVOCATION + "next")
                ? path.substring(path.lastIndexOf('/') + 1)
                : path;
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
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + MILLIS));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:pregenerate");
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
    }
}
