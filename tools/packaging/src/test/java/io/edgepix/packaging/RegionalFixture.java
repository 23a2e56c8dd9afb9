package io.edgepix.packaging;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivation.snapshot.PaintedPicture;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;

/** A bucket and the unpacked regional function. */
record RegionalFixture(Path scratch, LocalBucket bucket, LambdaFolder task) implements AutoCloseable {
    private static final String HANDLER = "io.edgepix.regional.RegionalHandler::handleRequest";

    /** A response of the function. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Response(int status, JsonObject headers, byte[] body) {
        static Response of(RuntimeApi.Message message) {
            if (!message.kind().equals("response")) {
                throw new IllegalStateException("expected a response, got " + message);
            }
            JsonObject json = JsonParser.parseString(message.body()).getAsJsonObject();
            String body = json.has("body") && !json.get("body").isJsonNull()
                    ? json.get("body").getAsString()
                    : "";
            boolean isBase64 =
                    json.has("isBase64Encoded") && json.get("isBase64Encoded").getAsBoolean();
            return new Response(
                    json.get("statusCode").getAsInt(),
                    json.getAsJsonObject("headers"),
                    isBase64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
        }

        /** Returns a header by its name in any case; empty if there is none. */
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getAsString())
                    .findFirst()
                    .orElse("");
        }
    }

    static RegionalFixture open(Path scratch) throws IOException {
        return new RegionalFixture(
                scratch, LocalBucket.open(scratch.resolve("bucket")), LambdaFolder.unpack(Dist.regional(), null));
    }

    /** Writes a picture of random colours into the bucket. Its PNG has about three bytes for each pixel. */
    void uploadNoise(String key, int side) throws IOException {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        upload(key, picture);
    }

    /** Writes a JPEG of 1600x1200 into the bucket. */
    void uploadPhotograph(String key) throws IOException {
        upload(key, PaintedPicture.of(BufferedImage.TYPE_INT_RGB, 1600, 1200));
    }

    /** Writes a grey picture into the bucket. */
    void uploadGrey(String key, int width, int height) throws IOException {
        upload(key, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
    }

    private void upload(String key, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, key.substring(key.lastIndexOf('.') + 1), bytes);
        upload(key, bytes.toByteArray());
    }

    void upload(String key, byte[] bytes) throws IOException {
        Path file = bucket.folder().resolve(key);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }

    boolean has(String key) {
        return Files.exists(bucket.folder().resolve(key));
    }

    /** Starts a function with the bucket's own credentials. */
    ManagedRuntime start(boolean snapshot, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("AWS_ACCESS_KEY_ID", bucket.accessKey());
        environment.put("AWS_SECRET_ACCESS_KEY", bucket.secretKey());
        return start(snapshot, bucket.endpoint(), environment);
    }

    /** Starts a function with given credentials and flags of Java. */
    ManagedRuntime start(boolean snapshot, URI s3, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("EDGEPIX_BUCKET", bucket.bucket());
        environment.put("AWS_ENDPOINT_URL_S3", s3.toString());
        environment.merge(
                "JAVA_TOOL_OPTIONS",
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR",
                (more, flags) -> flags + " " + more);
        return ManagedRuntime.start(new ManagedRuntime.Function(task.path(), HANDLER), scratch, snapshot, environment);
    }

    /** Returns an event as a function URL sends it. */
    static String event(String method, String path, Map<String, String> headers) {
        JsonObject http = new JsonObject();
        http.addProperty("method", method);
        http.addProperty("path", path);
        http.addProperty("protocol", "HTTP/1.1");
        http.addProperty("sourceIp", "192.0.2.1");
        http.addProperty("userAgent", "Amazon CloudFront");
        JsonObject context = new JsonObject();
        context.addProperty("accountId", "123456789012");
        context.addProperty("apiId", "abc");
        context.addProperty("domainName", "abc.lambda-url.us-east-1.on.aws");
        context.addProperty("domainPrefix", "abc");
        context.add("http", http);
        context.addProperty("requestId", "5bef4de7-ad49-b0e8-7f6e-f6c87fc2e700");
        context.addProperty("routeKey", "$default");
        context.addProperty("stage", "$default");
        context.addProperty("time", "30/Nov/2026:01:00:00 +0000");
        context.addProperty("timeEpoch", 1_796_000_400_000L);
        JsonObject fields = new JsonObject();
        headers.forEach(fields::addProperty);
        JsonObject event = new JsonObject();
        event.addProperty("version", "2.0");
        event.addProperty("routeKey", "$default");
        event.addProperty("rawPath", path);
        event.addProperty("rawQueryString", "");
        event.add("headers", fields);
        event.add("requestContext", context);
        event.addProperty("isBase64Encoded", false);
        return event.toString();
    }

    static Response ask(ManagedRuntime function, String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return Response.of(function.invoke(event(method, path, headers)));
    }

    static Response get(ManagedRuntime function, String path) throws IOException, InterruptedException {
        return ask(function, "GET", path, Map.of());
    }

    @Override
    public void close() {
        task.close();
        bucket.close();
    }
}
