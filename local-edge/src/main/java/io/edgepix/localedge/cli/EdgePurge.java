package io.edgepix.localedge.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A purge of a running local edge, which has a method for it. */
record EdgePurge(String edge) {
    private static final String NOTHING = " (a key has no slash before it, and is not percent-encoded)";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void purge(List<Key> originals, PrintWriter out) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            for (Key original : originals) {
                JsonObject counts = counts(original, ask(http, original));
                int derivatives = counts.get("derivatives").getAsInt();
                int answers = counts.get("answers").getAsInt();
                out.println(original.value() + ": " + derivatives + " derivatives removed, " + answers
                        + " cached answers forgotten" + (derivatives + answers == 0 ? NOTHING : ""));
            }
        }
    }

    private HttpResponse<String> ask(HttpClient http, Key original) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(edge + original.path()))
                    .method("PURGE", HttpRequest.BodyPublishers.noBody())
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--edge " + edge + " is no address such as http://localhost:8080");
        } catch (IOException e) {
            throw new UsageException("no edge answers at " + edge + "; ./dev run starts one, and --edge names another");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted");
        }
    }

    private JsonObject counts(Key original, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new UsageException(original.value() + ": " + edge + " says " + answer.statusCode() + ", "
                    + answer.body().trim());
        }
        try {
            return JsonParser.parseString(answer.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new UsageException(edge + " is no edge of ./dev run");
        }
    }
}
