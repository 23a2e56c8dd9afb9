package io.edgepix.pregenerate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.pregenerate.message.QueueMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Tests the requests that are sent to SQS. */
class SqsQueuesTest {
    private final List<SendMessageRequest> sent = new ArrayList<>();
    private final List<ChangeMessageVisibilityRequest> changes = new ArrayList<>();

    private final SqsClient client = new SqsClient() {
        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            sent.add(request);
            return SendMessageResponse.builder().build();
        }

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            changes.add(request);
            return ChangeMessageVisibilityResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    };

    private final SqsQueues queues = new SqsQueues(client, "q", Optional.of("heavy"), "dead");

    @Test
    void sendHeavy_aBody_isSentToThatQueue() {
        queues.sendHeavy("body");

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.queueUrl()).isEqualTo("heavy");
            assertThat(request.messageBody()).isEqualTo("body");
        });
    }

    private static String text(SendMessageRequest request, String attribute) {
        return Objects.requireNonNull(request.messageAttributes().get(attribute))
                .stringValue();
    }

    @Test
    void sendDeadLetter_aBody_hasItsReasonAndKey() {
        queues.sendDeadLetter("body", "ä.jpg", "It is cut short.\n");

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.queueUrl()).isEqualTo("dead");
            assertThat(text(request, "reason")).isEqualTo("It is cut short. ");
            assertThat(text(request, "key")).isEqualTo("ä.jpg");
        });
    }

    @Test
    void sendDeadLetter_withoutAKey_hasNoEmptyAttribute() {
        queues.sendDeadLetter("body", "", "x".repeat(5000));

        assertThat(sent.getFirst().messageAttributes()).containsOnlyKeys("reason");
        assertThat(text(sent.getFirst(), "reason")).hasSize(1000);
    }

    @Test
    void retryAfter_seconds_changesTheVisibilityOfThatDelivery() {
        queues.retryAfter(new QueueMessage("m", "receipt", "body", 2), 60);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.queueUrl()).isEqualTo("q");
            assertThat(change.receiptHandle()).isEqualTo("receipt");
            assertThat(change.visibilityTimeout()).isEqualTo(60);
        });
    }
}
