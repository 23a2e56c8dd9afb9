package io.edgepix.pregenerate.message;

import io.edgepix.derivative.Key;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads notifications of S3, which S3 sends itself or through EventBridge. */
final class Notifications {
    private static final String MAJOR_VERSION = "2.";

    private Notifications() {}

    /** Reads {@code Records}. Keys are form-url-encoded. */
    static Message ofS3(JsonFields message) throws MalformedMessageException {
        List<Message.Change> changes = new ArrayList<>();
        for (JsonFields event : message.objects("Records")) {
            expect(event, "eventSource", "aws:s3");
            String version = event.text("eventVersion");
            if (!version.startsWith(MAJOR_VERSION)) {
                throw new MalformedMessageException(
                        event.path() + "eventVersion: expected " + MAJOR_VERSION + "x, got " + version);
            }
            String name = event.text("eventName");
            boolean isRemoval = name.startsWith("ObjectRemoved:") || name.startsWith("LifecycleExpiration:");
            if (isRemoval || name.startsWith("ObjectCreated:")) {
                JsonFields s3 = event.object("s3");
                changes.add(
                        new Message.Change(s3.object("bucket").text("name"), decoded(s3.object("object")), isRemoval));
            }
        }
        return new Message.Notification(List.copyOf(changes));
    }

    private static Key decoded(JsonFields object) throws MalformedMessageException {
        String key = object.text("key");
        try {
            return new Key(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(object.path() + "key: expected a url-encoded key, got " + key);
        }
    }

    /** Reads an event of EventBridge. Its key is not encoded. */
    static Message ofEventBridge(JsonFields message) throws MalformedMessageException {
        expect(message, "source", "aws.s3");
        String type = message.text("detail-type");
        boolean isRemoval = type.equals("Object Deleted");
        if (!isRemoval && !type.equals("Object Created")) {
            return new Message.Notification(List.of());
        }
        JsonFields detail = message.object("detail");
        return new Message.Notification(List.of(new Message.Change(
                detail.object("bucket").text("name"),
                new Key(detail.object("object").text("key")),
                isRemoval)));
    }

    private static void expect(JsonFields fields, String name, String value) throws MalformedMessageException {
        String found = fields.text(name);
        if (!found.equals(value)) {
            throw new MalformedMessageException(fields.path() + name + ": expected " + value + ", got " + found);
        }
    }
}
