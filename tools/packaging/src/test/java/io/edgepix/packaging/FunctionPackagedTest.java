package io.edgepix.packaging;

import static io.edgepix.packaging.FunctionFixture.batch;
import static io.edgepix.packaging.FunctionFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sends events to the packaged function, which the runtime interface client of AWS runs without a snapshot. */
@Timeout(300)
class FunctionPackagedTest {
    private static final int MEMORY_MEGABYTES = 512;

    @TempDir
    static Path scratch;

    private static FunctionFixture fixture;
    private static ManagedRuntime function;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        fixture = FunctionFixture.open(scratch);
        function = fixture.start(false);
        function.await("invocation/next", function.started());
    }

    @AfterAll
    static void stop() throws IOException {
        System.out.println("pregenerate: peak memory " + function.peakMegabytes() + " MB");
        function.close();
        fixture.close();
    }

    @Test
    void aBatchWithABrokenPicture_rendersTheOthersAndReportsIt() throws Exception {
        fixture.upload("good.jpg");
        fixture.upload("alpha.png");
        fixture.uploadBroken("bad.jpg");

        RuntimeApi.Message answer = function.invoke(batch(
                fixture.message("good", "good.jpg", 1),
                fixture.message("bad", "bad.jpg", 1),
                fixture.message("alpha", "alpha.png", 1)));

        assertThat(answer.kind()).isEqualTo("response");
        assertThat(json(answer.body())).isEqualTo(json("{\"batchItemFailures\": [{\"itemIdentifier\": \"bad\"}]}"));
        assertThat(fixture.derivatives("good.jpg")).hasSize(6);
        assertThat(fixture.derivatives("alpha.png")).hasSize(6);
        assertThat(fixture.derivatives("bad.jpg")).isEmpty();
        assertThat(fixture.queue().requests("ChangeMessageVisibility"))
                .singleElement()
                .extracting(request -> request.get("ReceiptHandle").getAsString())
                .isEqualTo("receipt-of-bad");
        assertThat(function.peakMegabytes()).isLessThan(MEMORY_MEGABYTES);
    }

    @Test
    void aBrokenPictureAtItsLastDelivery_goesToTheDeadLetterQueue() throws Exception {
        fixture.uploadBroken("last.jpg");

        RuntimeApi.Message answer = function.invoke(batch(fixture.message("bad", "last.jpg", 5)));

        assertThat(json(answer.body())).isEqualTo(json("{\"batchItemFailures\": []}"));
        JsonObject sent = fixture.queue().requests("SendMessage").getFirst();
        assertThat(sent.get("QueueUrl").getAsString()).endsWith("/dead");
        assertThat(sent.get("MessageBody").getAsString()).contains("last.jpg");
        assertThat(sent.getAsJsonObject("MessageAttributes").keySet()).contains("reason", "key");
    }

    @Test
    void theSameUploadAgain_rendersNothing() throws Exception {
        fixture.upload("twice.jpg");
        String event = batch(fixture.message("twice", "twice.jpg", 1));
        function.invoke(event);
        String before = function.log();

        RuntimeApi.Message second = function.invoke(event);

        assertThat(json(second.body())).isEqualTo(json("{\"batchItemFailures\": []}"));
        assertThat(fixture.derivatives("twice.jpg")).hasSize(6);
        assertThat(function.log().substring(before.length())).contains("\"Found\":6", "\"Decodings\":0");
    }

    @Test
    void aTaskOfS3BatchOperations_isAnsweredInItsWords() throws Exception {
        fixture.upload("task.jpg");

        RuntimeApi.Message answer =
                function.invoke("""
                {"invocationSchemaVersion": "1.0", "invocationId": "one", "job": {"id": "job"}, "tasks": [
                 {"taskId": "task", "s3Key": "task.jpg", "s3BucketArn": "arn:aws:s3:::%s"}]}
                """.formatted(fixture.bucket().bucket()));

        JsonObject result = json(answer.body()).getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.get("resultCode").getAsString()).isEqualTo("Succeeded");
        assertThat(fixture.derivatives("task.jpg")).hasSize(6);
    }

    @Test
    void anEventThatIsNotForTheFunction_isAnErrorAndTheNextOneWorks() throws Exception {
        fixture.upload("next.jpg");

        RuntimeApi.Message error = function.invoke("{\"detail-type\": \"Scheduled Event\"}");
        RuntimeApi.Message answer = function.invoke(batch(fixture.message("good", "next.jpg", 1)));

        assertThat(error.kind()).isEqualTo("error");
        assertThat(json(error.body()).get("errorMessage").getAsString())
                .isEqualTo("expected an event of SQS with Records, got the fields detail-type");
        assertThat(answer.kind()).isEqualTo("response");
        assertThat(fixture.derivatives("next.jpg")).hasSize(6);
    }

    @Test
    void itsLog_hasNoWarningsOfJava() throws Exception {
        fixture.upload("quiet.png");

        function.invoke(batch(fixture.message("quiet", "quiet.png", 1)));

        assertThat(function.log()).doesNotContain("WARNING", "SLF4J");
    }
}
