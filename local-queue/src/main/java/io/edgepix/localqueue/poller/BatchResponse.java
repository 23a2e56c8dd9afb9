package io.edgepix.localqueue.poller;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A function's response to a batch, read by Lambda's rules for {@code ReportBatchItemFailures}. */
final class BatchResponse {
    private static final String FAILURES = "batchItemFailures";
    private static final String IDENTIFIER = "itemIdentifier";

    private BatchResponse() {}

    /**
     * Returns the ids of the messages that failed. An empty response, {@code null} and a missing or empty list are a
     * complete success. A response that cannot be read is a failure of the complete batch.
     *
     * @param ids the ids of all messages of the batch
     */
    static Set<String> failures(byte[] response, Set<String> ids) {
        String text = new String(response, StandardCharsets.UTF_8);
        try {
            return text.isBlank() ? Set.of() : failures(JsonParser.parseString(text), ids);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return ids;
        }
    }

    private static Set<String> failures(JsonElement response, Set<String> ids) {
        if (response.isJsonNull()) {
            return Set.of();
        }
        JsonElement list = response.getAsJsonObject().get(FAILURES);
        return list == null || list.isJsonNull() ? Set.of() : listed(list.getAsJsonArray(), ids);
    }

    private static Set<String> listed(JsonArray list, Set<String> ids) {
        Set<String> failures = new HashSet<>();
        for (JsonElement item : list) {
            JsonObject failure = item.getAsJsonObject();
            JsonElement id = failure.get(IDENTIFIER);
            if (id == null || id.isJsonNull() || !ids.contains(id.getAsString())) {
                return ids;
            }
            failures.add(id.getAsString());
        }
        return failures;
    }
}
