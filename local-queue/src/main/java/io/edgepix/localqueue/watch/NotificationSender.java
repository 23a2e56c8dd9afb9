package io.edgepix.localqueue.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to a queue. If that fails, it keeps them for the next attempt. */
final class NotificationSender {
    private static final int BATCH = 10;

    private final SqsClient sqs;
    private final String queueUrl;
    private final Deque<String> waiting = new ArrayDeque<>();

    NotificationSender(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    void add(String body) {
        waiting.add(body);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Sends everything that was added.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if SQS fails
     */
    void send() {
        while (!waiting.isEmpty()) {
            List<String> bodies = waiting.stream().limit(BATCH).toList();
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (String body : bodies) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .messageBody(body)
                        .build());
            }
            sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
            bodies.forEach(_ -> waiting.remove());
        }
    }
}
