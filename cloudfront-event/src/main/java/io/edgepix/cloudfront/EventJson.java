package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts between the JSON of Lambda@Edge and {@link CloudFrontEvent}. */
public final class EventJson {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingStrategy(EventJson::nameOf)
            .disableHtmlEscaping()
            .registerTypeAdapter(CloudFrontEvent.Request.class, (JsonDeserializer<CloudFrontEvent.Request>)
                    (json, type, context) -> context.deserialize(json, EdgeRequest.class))
            .registerTypeAdapter(CloudFrontEvent.Response.class, (JsonDeserializer<CloudFrontEvent.Response>)
                    (json, type, context) -> context.deserialize(json, EdgeResponse.class))
            .create();

    private EventJson() {}

    /**
     * Parses an event. Its request is an {@link EdgeRequest}, and its response, if any, an {@link EdgeResponse}.
     *
     * @throws IllegalArgumentException if the text is not an event with exactly one record and a whole request
     */
    public static CloudFrontEvent read(String json) {
        @Nullable CloudFrontEvent event;
        try {
            event = GSON.fromJson(json, CloudFrontEvent.class);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("not a CloudFront event: " + e.getMessage(), e);
        }
        if (event == null || !hasRequest(event)) {
            throw new IllegalArgumentException("not a CloudFront event: no Records[0].cf.request with method and uri");
        }
        return event;
    }

    private static boolean hasRequest(CloudFrontEvent event) {
        List<CloudFrontEvent.Record> records = event.getRecords();
        if (records == null || records.size() != 1 || records.getFirst() == null) {
            return false;
        }
        CloudFrontEvent.CF cf = records.getFirst().getCf();
        return cf != null
                && cf.getRequest() != null
                && cf.getRequest().getMethod() != null
                && cf.getRequest().getUri() != null;
    }

    /** Writes the result of a handler: an {@link EdgeRequest} or an {@link EdgeResponse}. */
    public static String write(Object result) {
        return GSON.toJson(result);
    }

    /** Returns the {@code cf} of the record, which contains the request and the response. */
    public static CloudFrontEvent.CF cf(CloudFrontEvent event) {
        return event.getRecords().getFirst().getCf();
    }

    private static String nameOf(Field field) {
        return field.getDeclaringClass() == CloudFrontEvent.class
                        && field.getName().equals("records")
                ? "Records"
                : FieldNamingPolicy.IDENTITY.translateName(field);
    }
}
