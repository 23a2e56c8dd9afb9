package io.edgepix.localedge.lambda;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Lambda's runtime API of version 2018-06-01, for one process that handles one event at a time. */
final class RuntimeInterface implements AutoCloseable {
    private static final String PATH = "/2018-06-01/runtime/";
    private static final int DEADLINE_MILLIS = 60_000;

    private final HttpServer server;
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> initialised = new CompletableFuture<>();

    private RuntimeInterface(HttpServer server) {
        this.server = server;
    }

    static RuntimeInterface start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeInterface api = new RuntimeInterface(server);
        server.createContext(PATH, api::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return api;
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Ends when the process has loaded its function, or exceptionally if it could not. */
    CompletableFuture<Void> initialised() {
        return initialised;
    }

    /** Sends an event to the process, and returns its result or error. */
    JsonObject answer(String event) throws InterruptedException {
        events.add(event);
        return answers.take();
    }

    /** Answers the event in progress, as the process has ended. */
    void processEnded() {
        initialised.completeExceptionally(new IOException("the process ended"));
        answers.add(of("ended", JsonNull.INSTANCE));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            if (path.equals("invocation/next")) {
                initialised.complete(null);
                sendEvent(exchange, events.take());
            } else if (path.endsWith("/response")) {
                answers.add(of("result", JsonParser.parseString(body)));
                respond(exchange, 202, "{\"status\":\"OK\"}");
            } else if (path.equals("init/error")) {
                initialised.completeExceptionally(new IOException(body));
                respond(exchange, 202, "{\"status\":\"OK\"}");
            } else {
                answers.add(of("error", new JsonPrimitive(body)));
                respond(exchange, 202, "{\"status\":\"OK\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonObject of(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static void sendEvent(HttpExchange exchange, String event) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + DEADLINE_MILLIS));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:edgepix:live");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
        respond(exchange, 200, event);
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
