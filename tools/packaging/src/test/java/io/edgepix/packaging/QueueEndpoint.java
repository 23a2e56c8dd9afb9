package io.edgepix.packaging;

import com.google.gson.JsonArray;
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
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An endpoint of SQS that records its requests. Its queues deliver each message once. */
final class QueueEndpoint implements AutoCloseable {
    /**
     * A request in the JSON protocol of SQS.
     *
     * @param action such as {@code SendMessage}
     */
    record Request(String action, JsonObject body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<String>> queues = new ConcurrentHashMap<>();

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

    private JsonObject answer(String action, JsonObject request) {
        return switch (action) {
            case "SendMessage" -> {
                queue(request).add(request.get("MessageBody").getAsString());
                yield sent(request);
            }
            case "ReceiveMessage" -> received(queue(request).poll());
            default -> new JsonObject();
        };
    }

    private Queue<String> queue(JsonObject request) {
        return queues.computeIfAbsent(request.get("QueueUrl").getAsString(), url -> new ConcurrentLinkedQueue<>());
    }

    private static JsonObject sent(JsonObject request) {
        JsonObject answer = new JsonObject();
        answer.addProperty("MessageId", "sent");
        answer.addProperty("MD5OfMessageBody", md5(bytes(request.get("MessageBody"))));
        if (request.has("MessageAttributes")) {
            answer.addProperty("MD5OfMessageAttributes", md5(encoded(request.getAsJsonObject("MessageAttributes"))));
        }
        return answer;
    }

    private static JsonObject received(@Nullable String body) {
        JsonArray messages = new JsonArray();
        if (body != null) {
            JsonObject attributes = new JsonObject();
            attributes.addProperty("ApproximateReceiveCount", "1");
            JsonObject message = new JsonObject();
            message.addProperty("MessageId", "received");
            message.addProperty("ReceiptHandle", "receipt");
            message.addProperty("Body", body);
            message.addProperty("MD5OfBody", md5(body.getBytes(StandardCharsets.UTF_8)));
            message.add("Attributes", attributes);
            messages.add(message);
        }
        JsonObject answer = new JsonObject();
        answer.add("Messages", messages);
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
