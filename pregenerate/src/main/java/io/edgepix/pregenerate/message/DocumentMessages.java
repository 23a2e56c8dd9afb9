package io.edgepix.pregenerate.message;

import com.google.gson.JsonObject;
import java.util.Set;

/** Reads and writes document messages as JSON. */
public final class DocumentMessages {
    private static final Set<String> MESSAGE = Set.of("document", "job", "part", "notify");
    private static final Set<String> DOCUMENT = Set.of("template", "data", "dataKey", "to", "force");

    private DocumentMessages() {}

    /** Returns the body of a message. */
    public static String write(DocumentMessage message) {
        JsonObject document = new JsonObject();
        document.addProperty("template", message.template());
        switch (message.data()) {
            case DocumentData.Fields(JsonObject object) -> document.add("data", object);
            case DocumentData.Stored(String key) -> document.addProperty("dataKey", key);
        }
        document.addProperty("to", message.to());
        document.addProperty("force", message.isForced());
        JsonObject body = new JsonObject();
        body.add("document", document);
        ResultTarget target = message.target();
        if (!target.job().isEmpty()) {
            body.addProperty("job", target.job());
            body.addProperty("part", target.part());
        }
        body.addProperty("notify", target.isNotified());
        // Unlike Gson.toJson, this keeps fields that are null.
        return MessageText.ofJson(body.toString());
    }

    /** Reads a message. A result can be written for a wrong one too, if its target is readable. */
    static Message read(JsonFields fields) {
        ResultTarget target = readableTarget(fields);
        try {
            fields.expectOnly(MESSAGE);
            return new Message.Document(document(fields.object("document"), target(fields)));
        } catch (MalformedMessageException e) {
            return new Message.MalformedDocument(readableKey(fields), target, String.valueOf(e.getMessage()));
        }
    }

    private static DocumentMessage document(JsonFields fields, ResultTarget target) throws MalformedMessageException {
        fields.expectOnly(DOCUMENT);
        return new DocumentMessage(
                fields.text("template"),
                data(fields),
                fields.text("to"),
                fields.has("force") && fields.bool("force"),
                target);
    }

    private static DocumentData data(JsonFields fields) throws MalformedMessageException {
        if (fields.has("data") == fields.has("dataKey")) {
            throw new MalformedMessageException(
                    "document: expected either data or dataKey, got " + (fields.has("data") ? "both" : "none"));
        }
        return fields.has("data")
                ? new DocumentData.Fields(fields.object("data").object())
                : new DocumentData.Stored(fields.text("dataKey"));
    }

    private static ResultTarget target(JsonFields fields) throws MalformedMessageException {
        boolean isNotified = fields.has("notify") && fields.bool("notify");
        if (!fields.has("job")) {
            if (fields.has("part")) {
                throw new MalformedMessageException("part: expected a job too, got none");
            }
            return new ResultTarget("", 0, isNotified);
        }
        String job = JobMessages.job(fields);
        if (job.isEmpty()) {
            throw new MalformedMessageException("job: expected letters, digits and hyphens, got an empty text");
        }
        int part = JobMessages.part(fields);
        if (part >= JobMessage.PARTS) {
            throw new MalformedMessageException("part: expected less than " + JobMessage.PARTS + ", got " + part);
        }
        return new ResultTarget(job, part, isNotified);
    }

    private static ResultTarget readableTarget(JsonFields fields) {
        try {
            return target(fields);
        } catch (MalformedMessageException e) {
            return ResultTarget.NO_JOB;
        }
    }

    /** Returns the key of the PDF; empty if it is not readable. */
    private static String readableKey(JsonFields fields) {
        try {
            return fields.object("document").text("to");
        } catch (MalformedMessageException e) {
            return "";
        }
    }
}
