package io.edgepix.localqueue.watch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The notifications that S3 sends about one bucket. Thread-safe. */
public final class S3Notification {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final String bucket;
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << 16);

    /** Creates the notifications of a bucket. */
    public S3Notification(String bucket) {
        this.bucket = bucket;
    }

    /**
     * Returns the JSON about an object that was created or replaced.
     *
     * @param etag the ETag in quotes
     */
    public String created(String key, long size, String etag) {
        JsonObject object = object(key);
        object.addProperty("size", size);
        object.addProperty("eTag", etag.replace("\"", ""));
        return json("ObjectCreated:Put", object);
    }

    /** Returns the JSON about an object that was deleted. */
    public String removed(String key) {
        return json("ObjectRemoved:Delete", object(key));
    }

    private JsonObject object(String key) {
        JsonObject object = new JsonObject();
        object.addProperty("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
        object.addProperty("sequencer", String.format(Locale.ROOT, "%016X", sequence.incrementAndGet()));
        return object;
    }

    private String json(String eventName, JsonObject object) {
        JsonObject named = new JsonObject();
        named.addProperty("name", bucket);
        named.addProperty("arn", "arn:aws:s3:::" + bucket);
        JsonObject s3 = new JsonObject();
        s3.addProperty("s3SchemaVersion", "1.0");
        s3.addProperty("configurationId", "edgepix-local");
        s3.add("bucket", named);
        s3.add("object", object);
        JsonObject event = new JsonObject();
        event.addProperty("eventVersion", "2.1");
        event.addProperty("eventSource", "aws:s3");
        event.addProperty("awsRegion", "us-east-1");
        event.addProperty("eventTime", Instant.now().toString());
        event.addProperty("eventName", eventName);
        event.add("s3", s3);
        JsonArray records = new JsonArray();
        records.add(event);
        JsonObject notification = new JsonObject();
        notification.add("Records", records);
        return GSON.toJson(notification);
    }
}
