package io.edgepix.pregenerate.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.pregenerate.worker.WorkerFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the JSON that Lambda sends and expects. */
class PregenerateHandlerTest extends WorkerFixture {
    private static final String TASK_1 = """
            {"invocationSchemaVersion":"1.0","invocationId":"i","job":{"id":"4a5b"},"tasks":[
             {"taskId":"t","s3Key":"%s","s3VersionId":null,"s3BucketArn":"arn:aws:s3:::%s"}]}""";
    private static final String TASK_2 = """
            {"invocationSchemaVersion":"2.0","invocationId":"i",
             "job":{"id":"4a5b","userArguments":{"sizes":"large, 720x","formats":"png"}},"tasks":[
             {"taskId":"t","s3Key":"a/cat.jpg","s3VersionId":null,"s3Bucket":"pictures"}]}""";

    /** The context of an invocation, of which only the remaining time is used. */
    private final class FakeContext implements Context {
        @Override
        public int getRemainingTimeInMillis() {
            return remainingMillis;
        }

        @Override
        public String getAwsRequestId() {
            return "";
        }

        @Override
        public String getLogGroupName() {
            return "";
        }

        @Override
        public String getLogStreamName() {
            return "";
        }

        @Override
        public String getFunctionName() {
            return "";
        }

        @Override
        public String getFunctionVersion() {
            return "";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "";
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            return 0;
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }

    private int remainingMillis = 600_000;

    @BeforeEach
    void upload() {
        upload(CAT, ORIGINAL);
    }

    private JsonObject handle(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PregenerateHandler(workers(CONFIG))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new FakeContext());
        return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
    }

    private static JsonObject sqs(String... bodies) {
        JsonArray records = new JsonArray();
        for (String body : bodies) {
            JsonObject attributes = new JsonObject();
            attributes.addProperty("ApproximateReceiveCount", "1");
            JsonObject one = new JsonObject();
            one.addProperty("messageId", "m" + records.size());
            one.addProperty("receiptHandle", "r" + records.size());
            one.addProperty("body", body);
            one.add("attributes", attributes);
            one.addProperty("eventSource", "aws:sqs");
            records.add(one);
        }
        JsonObject event = new JsonObject();
        event.add("Records", records);
        return event;
    }

    private static JsonObject onlyResult(JsonObject answer) {
        return answer.getAsJsonArray("results").get(0).getAsJsonObject();
    }

    private void refuse(Reason reason) {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(reason, "It is cut short.");
        };
    }

    @Test
    void handleRequest_aBatchOfSqs_reportsOnlyWhatFailed() throws IOException {
        renderer.rendering = (original, request) -> {
            if (Arrays.equals(original, ORIGINAL)) {
                throw new UnrenderableException(Reason.BROKEN, "It is cut short.");
            }
            return original;
        };
        upload("b.jpg", CHANGED);

        JsonObject answer = handle(sqs(created("b.jpg"), created(CAT)).toString());

        assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void handleRequest_aBatchThatIsDone_reportsNothing() throws IOException {
        assertThat(handle(sqs(created(CAT)).toString())).hasToString("{\"batchItemFailures\":[]}");
    }

    @Test
    void handleRequest_littleTimeLeft_startsNothing() throws IOException {
        remainingMillis = 5_000;

        assertThat(handle(sqs(created(CAT)).toString()))
                .hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
        assertThat(store.calls).isEmpty();
    }

    @Test
    void handleRequest_aTaskOfS3Batch_succeeds() throws IOException {
        JsonObject answer = handle(TASK_1.formatted("a%2Fcat.jpg", BUCKET));

        assertThat(answer.get("invocationSchemaVersion").getAsString()).isEqualTo("1.0");
        assertThat(answer.get("invocationId").getAsString()).isEqualTo("i");
        assertThat(onlyResult(answer))
                .hasToString(
                        "{\"taskId\":\"t\",\"resultCode\":\"Succeeded\",\"resultString\":\"4 rendered, 0 found\"}");
        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void handleRequest_aTaskOfVersion2_hasItsOwnSizesAndFormats() throws IOException {
        JsonObject answer = handle(TASK_2);

        assertThat(onlyResult(answer).get("resultCode").getAsString()).isEqualTo("Succeeded");
        assertThat(store.derivatives).containsOnlyKeys("1440x/png/" + CAT, "720x/png/" + CAT);
    }

    @Test
    void handleRequest_aPlusInAKeyOfS3Batch_isAPlus() throws IOException {
        upload("a+b c.jpg", CHANGED);

        handle(TASK_1.formatted("a+b%20c.jpg", BUCKET));

        assertThat(store.derivatives).containsKey("368x/webp/a+b c.jpg");
    }

    @Test
    void handleRequest_aBrokenPictureOfS3Batch_isAPermanentFailureWithItsReason() throws IOException {
        refuse(Reason.BROKEN);

        assertThat(onlyResult(handle(TASK_1.formatted(CAT, BUCKET))))
                .hasToString(
                        "{\"taskId\":\"t\",\"resultCode\":\"PermanentFailure\",\"resultString\":\"It is cut short.\"}");
    }

    @Test
    void handleRequest_aLargeOriginalOfS3Batch_isSentToTheContainer() throws IOException {
        refuse(Reason.TOO_LARGE);

        assertThat(onlyResult(handle(TASK_1.formatted(CAT, BUCKET)))
                        .get("resultCode")
                        .getAsString())
                .isEqualTo("Succeeded");
        assertThat(queues.heavy).singleElement().asString().contains("[\"a/cat.jpg\"]");
    }

    @Test
    void handleRequest_aFailureOfTheBucket_isATemporaryFailure() throws IOException {
        store.failing.add("put");

        assertThat(onlyResult(handle(TASK_1.formatted(CAT, BUCKET)))
                        .get("resultCode")
                        .getAsString())
                .isEqualTo("TemporaryFailure");
    }

    @Test
    void handleRequest_littleTimeLeftForS3Batch_isATemporaryFailure() throws IOException {
        remainingMillis = 5_000;

        assertThat(onlyResult(handle(TASK_1.formatted(CAT, BUCKET)))
                        .get("resultCode")
                        .getAsString())
                .isEqualTo("TemporaryFailure");
    }

    @Test
    void handleRequest_aTaskOfAnotherBucket_isAPermanentFailure() throws IOException {
        assertThat(onlyResult(handle(TASK_1.formatted(CAT, "private")))
                        .get("resultString")
                        .getAsString())
                .contains("pictures")
                .contains("private");
        assertThat(store.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%.jpg", "368x/webp/a/cat.jpg"})
    void handleRequest_aKeyThatCannotBeAnOriginals_isAPermanentFailure(String key) throws IOException {
        assertThat(onlyResult(handle(TASK_1.formatted(key, BUCKET)))
                        .get("resultCode")
                        .getAsString())
                .isEqualTo("PermanentFailure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "[]", "{\"a\":1}", "{\"Records\":[{\"Sns\":{}}]}"})
    void handleRequest_anotherEvent_isRefused(String event) {
        assertThatThrownBy(() -> handle(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
