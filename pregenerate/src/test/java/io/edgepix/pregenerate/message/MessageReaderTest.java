package io.edgepix.pregenerate.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.message.Message.Change;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the bodies of messages. */
class MessageReaderTest {
    private static String record(String event, String key) {
        return """
                {"eventVersion":"2.6","eventSource":"aws:s3","awsRegion":"eu-central-1","eventName":"%s",
                 "s3":{"bucket":{"name":"b","arn":"arn:aws:s3:::b"},"object":{"key":"%s","sequencer":"00"}}}""".formatted(event, key);
    }

    private static Message read(String body) throws MalformedMessageException {
        return MessageReader.read(body);
    }

    @Test
    void read_recordsOfS3_haveDecodedKeys() throws Exception {
        String body = "{\"Records\":["
                + String.join(
                        ",",
                        record("ObjectCreated:CompleteMultipartUpload", "red+flower%2B%C3%A4.jpg"),
                        record("ObjectRemoved:DeleteMarkerCreated", "a/b.jpg"),
                        record("LifecycleExpiration:Delete", "c.jpg"),
                        record("ObjectTagging:Put", "d.jpg"))
                + "]}";

        assertThat(read(body))
                .isEqualTo(new Message.Notification(List.of(
                        new Change("b", new Key("red flower+ä.jpg"), false),
                        new Change("b", new Key("a/b.jpg"), true),
                        new Change("b", new Key("c.jpg"), true))));
    }

    @ParameterizedTest
    @CsvSource({"Object Created, false", "Object Deleted, true"})
    void read_anEventOfEventBridge_hasItsKeyAsItIs(String type, boolean isRemoval) throws Exception {
        String body = """
                {"version":"0","detail-type":"%s","source":"aws.s3",
                 "detail":{"bucket":{"name":"b"},"object":{"key":"a+b%%20c.jpg","size":1},"reason":"PutObject"}}""".formatted(type);

        assertThat(read(body))
                .isEqualTo(new Message.Notification(List.of(new Change("b", new Key("a+b%20c.jpg"), isRemoval))));
    }

    @Test
    void read_anotherEventOfEventBridge_hasNoChanges() throws Exception {
        assertThat(read("{\"detail-type\":\"Object Tags Added\",\"source\":\"aws.s3\",\"detail\":{}}"))
                .isEqualTo(new Message.Notification(List.of()));
    }

    @Test
    void read_theTestEvent_isRecognised() throws Exception {
        assertThat(read("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
                .isEqualTo(new Message.TestEvent());
    }

    @Test
    void write_aPartOfAJob_isReadBack() throws Exception {
        JobMessage part = new JobMessage("a-1", 12, List.of("ä b.jpg", "<\">.png"), List.of("small"), List.of("webp"));

        assertThat(read(JobMessages.write(part))).isEqualTo(new Message.Job(part));
    }

    @Test
    void read_aPartWithoutSizes_hasThoseOfTheConfiguration() throws Exception {
        assertThat(read("{\"job\":\"j\",\"part\":0,\"keys\":[\"a.jpg\"]}"))
                .isEqualTo(new Message.Job(new JobMessage("j", 0, List.of("a.jpg"), List.of(), List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "hello | expected one JSON object, got: hello",
                "{} {} | expected one JSON object, got: {} {}",
                "{'a': 1} | expected one JSON object, got: {'a': 1}",
                "7 | expected a JSON object, got 7",
                "{} | expected a notification of S3, a part of a job or a document, got an object with no fields",
                "{\"a\":1,\"b\":2} | got an object with the fields a, b",
                "{\"Records\":7} | Records: expected an array, got 7",
                "{\"Records\":[7]} | Records[0]: expected an object, got 7",
                "{\"Records\":[{}]} | Records[0].eventSource: expected a text, got none",
                "{\"Records\":[{\"eventSource\":\"aws:sns\"}]} | Records[0].eventSource: expected aws:s3, got aws:sns",
                "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventVersion\":\"3.0\"}]} | expected 2.x, got 3.0",
                "{\"detail-type\":\"Object Created\",\"source\":\"me\"} | source: expected aws.s3, got me",
                "{\"detail-type\":\"Object Created\",\"source\":\"aws.s3\"} | detail: expected an object, got none",
                "{\"job\":7} | job: expected a text, got 7",
                "{\"job\":\"a/b\"} | job: expected letters, digits and hyphens, got a/b",
                "{\"job\":\"j\",\"part\":1.5} | part: expected a whole number, got 1.5",
                "{\"job\":\"j\",\"part\":1e99999} | part: expected a whole number",
                "{\"job\":\"j\",\"part\":-1} | part: expected at least 0, got -1",
                "{\"job\":\"j\",\"part\":1} | keys: expected at least one key, got none",
                "{\"job\":\"j\",\"part\":10000000,\"keys\":[\"a\",\"b\"]} | part: expected less than 10000000",
                "{\"job\":\"j\",\"part\":1,\"keys\":[null]} | keys[0]: expected a text, got null"
            })
    void read_aMalformedBody_saysWhatWasExpected(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_aLongJob_isRefused() {
        assertThatThrownBy(() -> read("{\"job\":\"" + "j".repeat(101) + "\",\"part\":1,\"keys\":[\"a\"]}"))
                .hasMessage("job: expected at most 100 characters, got 101");
    }

    @Test
    void read_aKeyThatIsNotEncoded_isRefused() {
        assertThatThrownBy(() -> read("{\"Records\":[" + record("ObjectCreated:Put", "50%.jpg") + "]}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("Records[0].s3.object.key: expected a url-encoded key, got 50%.jpg");
    }

    @Test
    void read_tooManyKeys_isRefused() {
        List<String> keys = Collections.nCopies(201, "a");

        assertThatThrownBy(() -> read(JobMessages.write(new JobMessage("j", 0, keys, List.of(), List.of()))))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("keys: expected at most 200 keys, got 201");
    }

    @Test
    void single_theLastKeyOfTheLargestPart_hasANumber() {
        JobMessage part = new JobMessage("j", 9_999_999, Collections.nCopies(200, "a"), List.of(), List.of());

        assertThat(part.single(199).part()).isPositive();
    }

    @Test
    void single_keysOfOnePart_havePartsOfTheirOwn() {
        JobMessage part = new JobMessage("j", 3, List.of("a", "b"), List.of(), List.of());

        assertThat(List.of(part.single(0).part(), part.single(1).part()))
                .doesNotHaveDuplicates()
                .doesNotContain(3);
        assertThat(part.single(1).keys()).containsExactly("b");
        assertThat(part.single(1).single(0)).isEqualTo(part.single(1));
    }
}
