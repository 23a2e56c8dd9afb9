package io.edgepix.localqueue.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localqueue.QueueFixture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class QueueStateTest {
    private static final int DELIVERIES = 300;

    @Test
    void messages_whileOneIsHiddenAndVisibleInTurns_isAlwaysOne() throws InterruptedException {
        Set<Long> counts = new HashSet<>();
        try (QueueFixture fixture = new QueueFixture(DELIVERIES + 1)) {
            String url = fixture.queues.url();
            QueueState state = new QueueState(fixture.sqs, List.of(url), "");
            fixture.send(url, "one");
            Thread receiver = Thread.ofPlatform().start(() -> receiveAndReturn(fixture.sqs, url));
            while (receiver.isAlive()) {
                counts.add(state.messages());
            }
        }

        assertThat(counts).containsExactly(1L);
    }

    private static void receiveAndReturn(SqsClient sqs, String url) {
        for (int i = 0; i < DELIVERIES; i++) {
            for (Message message :
                    sqs.receiveMessage(request -> request.queueUrl(url)).messages()) {
                sqs.changeMessageVisibility(request -> request.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
            }
        }
    }
}
