package io.edgepix.pregenerate.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.snapshot.PrimingPictures;
import io.edgepix.derivation.snapshot.PrimingStore;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.pregenerate.document.DocumentRendering;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.worker.Queues;
import io.edgepix.pregenerate.worker.RemainingTime;
import io.edgepix.pregenerate.worker.WorkerContext;
import io.edgepix.pregenerate.worker.Workers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Processes events about originals and a document in memory, so that a snapshot has the native libraries, all classes, and compiled
 * code.
 *
 * @param documents renders a document too; empty if the function renders none
 * @param log receives the names of originals that cannot be rendered
 */
record WorkerPriming(Config config, Renderer renderer, Optional<DocumentRendering> documents, Consumer<String> log) {
    private static final String BUCKET = "priming";

    /** Queues that drop everything. */
    private record NoQueues() implements Queues {
        @Override
        public boolean hasHeavy() {
            return false;
        }

        @Override
        public void send(String body, int seconds) {}

        @Override
        public void sendHeavy(String body) {
            throw new IllegalStateException("there is no queue of a container");
        }

        @Override
        public void sendDeadLetter(String body, String key, String reason) {
            // The name is logged as that of a failure.
        }

        @Override
        public boolean hasResults() {
            return false;
        }

        @Override
        public void sendResult(String body) {
            throw new IllegalStateException("there is no results queue");
        }

        @Override
        public void retryAfter(QueueMessage message, int seconds) {
            // There is no later delivery.
        }
    }

    /**
     * Processes one event with all originals.
     *
     * @param rounds how often; Java compiles methods that run often
     * @return the number of derivatives of all rounds
     */
    int run(int rounds) throws IOException, UnrenderableException {
        Map<String, byte[]> originals = new LinkedHashMap<>();
        PrimingPictures.all(renderer)
                .forEach((name, bytes) -> originals.put(config.pregeneration().prefix() + name, bytes));
        PrimingStore store = new PrimingStore(originals, new AtomicInteger());
        Workers workers = workers(store);
        String event = event(originals.keySet()).toString();
        for (int round = 0; round < rounds; round++) {
            JsonObject parsed = JsonParser.parseString(event).getAsJsonObject();
            JsonObject answer = QueueInvocation.of(parsed).answer(workers.messages(), RemainingTime.UNLIMITED);
            if (round == 0) {
                logFailures(answer);
            }
        }
        return store.stored().get();
    }

    private Workers workers(PrimingStore store) {
        return Workers.of(new WorkerContext(
                BUCKET,
                config,
                BUCKET,
                bucket -> store,
                renderer,
                new NoQueues(),
                originals -> {},
                (key, result) -> {},
                new DocumentSettings(true, config.documents().function(), new PrimingDocuments(), rendering()),
                Integer.MAX_VALUE,
                0,
                InstantSource.system(),
                line -> {}));
    }

    private DocumentRendering rendering() {
        return documents.orElse((request, files) -> {
            throw new IllegalStateException("there is no message about a document");
        });
    }

    private JsonObject event(Iterable<String> keys) {
        JsonArray records = new JsonArray();
        keys.forEach(key -> records.add(message(key, notification(key).toString())));
        if (documents.isPresent()) {
            records.add(message(
                    PrimingDocuments.NAME,
                    PrimingDocuments.message(config.documents().prefix())));
        }
        return with("Records", records);
    }

    private static JsonObject message(String id, String body) {
        JsonObject attributes = new JsonObject();
        attributes.addProperty("ApproximateReceiveCount", "1");
        JsonObject record = new JsonObject();
        record.addProperty("messageId", id);
        record.addProperty("receiptHandle", id);
        record.addProperty("body", body);
        record.add("attributes", attributes);
        return record;
    }

    private static JsonObject notification(String key) {
        JsonObject object = new JsonObject();
        object.addProperty("key", URLEncoder.encode(key, StandardCharsets.UTF_8));
        JsonObject bucket = new JsonObject();
        bucket.addProperty("name", BUCKET);
        JsonObject s3 = with("bucket", bucket);
        s3.add("object", object);
        JsonObject record = with("s3", s3);
        record.addProperty("eventSource", "aws:s3");
        record.addProperty("eventVersion", "2.5");
        record.addProperty("eventName", "ObjectCreated:Put");
        JsonArray records = new JsonArray();
        records.add(record);
        return with("Records", records);
    }

    private static JsonObject with(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private void logFailures(JsonObject answer) {
        for (JsonElement failure : answer.getAsJsonArray("batchItemFailures")) {
            log.accept("edgepix: priming: cannot render "
                    + failure.getAsJsonObject().get("itemIdentifier").getAsString());
        }
    }
}
