package io.edgepix.localqueue.poller;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event by which Lambda passes messages of a queue to a function. */
record SqsEvent(List<Message> messages, String queueArn, String region) {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** Returns the event as JSON in UTF-8. */
    byte[] json() {
        JsonArray records = new JsonArray();
        messages.forEach(message -> records.add(record(message)));
        JsonObject event = new JsonObject();
        event.add("Records", records);
        return GSON.toJson(event).getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject record(Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("messageId", message.messageId());
        json.addProperty("receiptHandle", message.receiptHandle());
        json.addProperty("body", message.body());
        json.add("attributes", GSON.toJsonTree(message.attributesAsStrings()));
        JsonObject attributes = new JsonObject();
        for (Map.Entry<String, MessageAttributeValue> one :
                message.messageAttributes().entrySet()) {
            attributes.add(one.getKey(), attribute(one.getValue()));
        }
        json.add("messageAttributes", attributes);
        json.addProperty("md5OfBody", message.md5OfBody());
        json.addProperty("eventSource", "aws:sqs");
        json.addProperty("eventSourceARN", queueArn);
        json.addProperty("awsRegion", region);
        return json;
    }

    private static JsonObject attribute(MessageAttributeValue value) {
        JsonObject json = new JsonObject();
        if (value.stringValue() != null) {
            json.addProperty("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            json.addProperty(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        }
        json.add("stringListValues", new JsonArray());
        json.add("binaryListValues", new JsonArray());
        json.addProperty("dataType", value.dataType());
        return json;
    }
}
