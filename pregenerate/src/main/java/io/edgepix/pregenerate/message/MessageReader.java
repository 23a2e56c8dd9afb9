package io.edgepix.pregenerate.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bodies of messages. */
public final class MessageReader {
    /** The place in the messages of the parser. */
    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

    private MessageReader() {}

    /**
     * Reads a body.
     *
     * @throws MalformedMessageException if it is not a notification of S3 or EventBridge, a part of a job, or a document
     */
    public static Message read(String body) throws MalformedMessageException {
        JsonFields fields = new JsonFields("", object(body));
        if (fields.has("document")) {
            return DocumentMessages.read(fields);
        }
        if (fields.has("Records")) {
            return Notifications.ofS3(fields);
        }
        if (fields.has("detail-type")) {
            return Notifications.ofEventBridge(fields);
        }
        if (fields.has("Event") && fields.text("Event").equals("s3:TestEvent")) {
            return new Message.TestEvent();
        }
        if (fields.has("job")) {
            return new Message.Job(JobMessages.read(fields));
        }
        throw new MalformedMessageException(
                "expected a notification of S3, a part of a job or a document, got an object with "
                        + (fields.object().isEmpty()
                                ? "no fields"
                                : "the fields "
                                        + String.join(", ", fields.object().keySet())));
    }

    private static JsonObject object(String body) throws MalformedMessageException {
        JsonElement read;
        try {
            JsonReader reader = new JsonReader(new StringReader(body));
            reader.setStrictness(Strictness.STRICT);
            read = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw notJson(body, "");
            }
        } catch (JsonParseException | IOException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw notJson(body, place.find() ? " (a mistake at " + place.group() + ")" : "");
        }
        if (read instanceof JsonObject object) {
            return object;
        }
        throw new MalformedMessageException("expected a JSON object, got " + JsonFields.kind(read));
    }

    private static MalformedMessageException notJson(String body, String place) {
        return new MalformedMessageException("expected one JSON object, got: " + JsonFields.excerpt(body) + place);
    }
}
