package io.edgepix.pregenerate.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.worker.BatchWorker;
import io.edgepix.pregenerate.worker.RemainingTime;
import java.util.ArrayList;
import java.util.List;

/** A batch of messages, as Lambda's event source mapping sends it. */
record QueueInvocation(List<QueueMessage> messages) {
    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it is not a batch of SQS
     */
    static QueueInvocation of(JsonObject event) {
        if (!(event.get("Records") instanceof JsonArray records)) {
            throw new IllegalArgumentException(
                    "expected an event of SQS with Records, got the fields " + String.join(", ", event.keySet()));
        }
        List<QueueMessage> messages = new ArrayList<>();
        for (JsonElement record : records) {
            JsonObject fields = record.getAsJsonObject();
            if (!fields.has("messageId") || !fields.has("body")) {
                throw new IllegalArgumentException(
                        "expected records of SQS, got the fields " + String.join(", ", fields.keySet()));
            }
            messages.add(new QueueMessage(
                    fields.get("messageId").getAsString(),
                    fields.get("receiptHandle").getAsString(),
                    fields.get("body").getAsString(),
                    fields.getAsJsonObject("attributes")
                            .get("ApproximateReceiveCount")
                            .getAsInt()));
        }
        return new QueueInvocation(messages);
    }

    /** Processes the messages, and returns those that have to be delivered again. */
    JsonObject answer(BatchWorker worker, RemainingTime time) {
        JsonArray failures = new JsonArray();
        worker.process(messages, time).keySet().forEach(id -> {
            JsonObject failure = new JsonObject();
            failure.addProperty("itemIdentifier", id);
            failures.add(failure);
        });
        JsonObject answer = new JsonObject();
        answer.add("batchItemFailures", failures);
        return answer;
    }
}
