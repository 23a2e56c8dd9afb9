package io.edgepix.pregenerate.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Sends messages to a queue of SQS, in batches. */
public final class SqsMessageSender implements MessageSender {
    /** The limits of one SendMessageBatch. */
    private static final int MAX_MESSAGES = 10;

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final SqsClient sqs;
    private final String queueUrl;

    /** Creates a sender to a queue. */
    public SqsMessageSender(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(List<String> bodies) {
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String body : bodies) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == MAX_MESSAGES || bytes + length > MAX_BYTES) {
                sendBatch(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(body);
            bytes += length;
        }
        if (!batch.isEmpty()) {
            sendBatch(batch);
        }
    }

    /** Sends up to ten messages. SQS may refuse some of them, which are then sent again. */
    private void sendBatch(List<String> bodies) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(String.valueOf(i))
                    .messageBody(bodies.get(i))
                    .build());
        }
        for (int attempt = 1; ; attempt++) {
            List<SendMessageBatchRequestEntry> sent = entries;
            SendMessageBatchResponse response = answer(sent);
            if (response.failed().isEmpty()) {
                return;
            }
            BatchResultErrorEntry error = response.failed().getFirst();
            if (Boolean.TRUE.equals(error.senderFault()) || attempt == MAX_ATTEMPTS) {
                throw new BulkException(
                        "the queue " + queueUrl + " refused a message: " + error.code() + ": " + error.message());
            }
            Set<String> refused =
                    response.failed().stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
            entries = entries.stream()
                    .filter(entry -> refused.contains(entry.id()))
                    .toList();
            pause(attempt);
        }
    }

    private SendMessageBatchResponse answer(List<SendMessageBatchRequestEntry> entries) {
        try {
            return sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        } catch (SdkException e) {
            throw new BulkException("cannot send to the queue " + queueUrl + ": " + e.getMessage(), e);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BulkException("interrupted", e);
        }
    }
}
