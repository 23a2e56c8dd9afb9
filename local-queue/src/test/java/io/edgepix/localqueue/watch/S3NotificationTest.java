package io.edgepix.localqueue.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class S3NotificationTest {
    private final S3Notification notification = new S3Notification("pictures");

    private static JsonObject event(String json) {
        return JsonParser.parseString(json)
                .getAsJsonObject()
                .getAsJsonArray("Records")
                .get(0)
                .getAsJsonObject();
    }

    private static JsonObject object(String json) {
        return event(json).getAsJsonObject("s3").getAsJsonObject("object");
    }

    @Test
    void created_hasTheFieldsOfVersion21() {
        JsonObject event = event(notification.created("a.jpg", 1024, "\"d41d\""));

        assertThat(event.get("eventVersion").getAsString()).isEqualTo("2.1");
        assertThat(event.get("eventSource").getAsString()).isEqualTo("aws:s3");
        assertThat(event.get("eventName").getAsString()).isEqualTo("ObjectCreated:Put");
        JsonObject s3 = event.getAsJsonObject("s3");
        assertThat(s3.getAsJsonObject("bucket"))
                .hasToString("{\"name\":\"pictures\",\"arn\":\"arn:aws:s3:::pictures\"}");
        assertThat(s3.getAsJsonObject("object").get("size").getAsLong()).isEqualTo(1024);
        assertThat(s3.getAsJsonObject("object").get("eTag").getAsString()).isEqualTo("d41d");
    }

    @Test
    void key_isFormUrlEncoded() {
        assertThat(object(notification.created("a b/c+d %/\u732b.jpg", 1, "\"e\""))
                        .get("key")
                        .getAsString())
                .isEqualTo("a+b/c%2Bd+%25/%E7%8C%AB.jpg");
    }

    @Test
    void removed_hasNeitherSizeNorTag() {
        String json = notification.removed("a.jpg");

        assertThat(event(json).get("eventName").getAsString()).isEqualTo("ObjectRemoved:Delete");
        assertThat(object(json).keySet()).containsExactly("key", "sequencer");
    }

    @Test
    void sequencer_ofALaterEvent_isGreater() {
        String first = object(notification.removed("a")).get("sequencer").getAsString();
        String second = object(notification.removed("a")).get("sequencer").getAsString();

        assertThat(second).hasSameSizeAs(first).isGreaterThan(first);
    }
}
