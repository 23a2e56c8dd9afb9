package io.edgepix.packaging;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An endpoint of SQS that records its requests. Its queues stay empty. */
final class QueueEndpoint implements AutoCloseable {
    /**
     * A request in the JSON protocol of SQS.
     *
     * @param action such as {@code SendMessage}
     */
    record Request(String action, JsonObject body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private QueueEndpoint(HttpServer server) {
        this.server = server;
    }

    static QueueEndpoint start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        QueueEndpoint endpoint = new QueueEndpoint(server);
        server.createContext("/", endpoint::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return endpoint;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    /** Returns the requests of one action. */
    List<JsonObject> requests(String action) {
        return requests.stream()
                .filter(request -> request.action().equals(action))
                .map(Request::body)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            JsonObject body = JsonParser.parseString(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            String action = target.substring(target.indexOf('.') + 1);
            requests.add(new Request(action, body));
            byte[] answer = answer(action, body).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static JsonObject answer(String action, JsonObject request) {
        JsonObject answer = new JsonObject();
        if (action.equals("SendMessage")) {
            answer.addProperty("MessageId", "sent");
            answer.addProperty("MD5OfMessageBody", md5(bytes(request.get("MessageBody"))));
            if (request.has("MessageAttributes")) {
                answer.addProperty(
                        "MD5OfMessageAttributes", md5(encoded(request.getAsJsonObject("MessageAttributes"))));
            }
        }
        return answer;
    }

    /** Returns attributes of text in the form whose hash SQS returns: sorted, each part after its length. */
    private static byte[] encoded(JsonObject attributes) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (String name : new TreeSet<>(attributes.keySet())) {
            JsonObject attribute = attributes.getAsJsonObject(name);
            write(encoded, name.getBytes(StandardCharsets.UTF_8));
            write(encoded, bytes(attribute.get("DataType")));
            encoded.write(1);
            write(encoded, bytes(attribute.get("StringValue")));
        }
        return encoded.toByteArray();
    }

    private static void write(ByteArrayOutputStream encoded, byte[] part) {
        encoded.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
        encoded.writeBytes(part);
    }

    private static byte[] bytes(JsonElement text) {
        return text.getAsString().getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
