package io.edgepix.cli;

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

/** A purge of a running local edge by its HTTP method PURGE. */
record EdgePurge(String edge) {
    private static final String NOTHING = " (a key has no leading slash, and is not percent-encoded)";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONG_PATIENCE = Duration.ofHours(1);
    private static final String DRY_RUN = "dry-run";

    void purge(List<Key> originals, boolean isDryRun, PrintWriter out) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            for (Key original : originals) {
                JsonObject counts = counts(
                        original.value(), ask(http, original.path() + (isDryRun ? "?" + DRY_RUN : ""), PATIENCE));
                long derivatives = number(counts, "derivatives");
                long answers = number(counts, "answers");
                String forgotten =
                        isDryRun ? " would be removed" : " removed, " + answers + " cached answers invalidated";
                out.println(original.value() + ": " + derivatives + " derivatives" + forgotten
                        + (derivatives + answers == 0 ? NOTHING : ""));
            }
        }
    }

    /** Purges all originals whose keys begin with one of the prefixes; an empty prefix stands for all. */
    void purgePrefixes(List<String> prefixes, boolean isDryRun, PrintWriter out) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            for (String prefix : prefixes) {
                String query = (prefix.isEmpty() ? "?all" : "?prefix") + (isDryRun ? "&" + DRY_RUN : "");
                String name = prefix + "*";
                JsonObject counts = counts(name, ask(http, new Key(prefix).path() + query, LONG_PATIENCE));
                String done = isDryRun
                        ? "would be removed"
                        : "removed, " + number(counts, "answers") + " cached answers invalidated";
                out.println(name + ": "
                        + PurgeLines.text(
                                number(counts, "derivatives"),
                                number(counts, "originals"),
                                number(counts, "bytes"),
                                number(counts, "others"),
                                done));
            }
        }
    }

    private static long number(JsonObject counts, String name) {
        return counts.get(name).getAsLong();
    }

    private HttpResponse<String> ask(HttpClient http, String target, Duration patience) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(edge + target))
                    .method("PURGE", HttpRequest.BodyPublishers.noBody())
                    .timeout(patience)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException e) {
            throw new CommandException("--edge: expected a URL such as http://localhost:8080, got '" + edge + "'");
        } catch (IOException e) {
            throw new CommandException(
                    "--edge: expected a local edge at " + edge + ", got no answer; ./dev run starts one");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }

    private JsonObject counts(String name, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new CommandException(name + ": " + edge + " answered " + answer.statusCode() + ", "
                    + answer.body().trim());
        }
        try {
            return JsonParser.parseString(answer.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new CommandException(edge + ": expected the answer of a local edge, got a different one");
        }
    }
}
