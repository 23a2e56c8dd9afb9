package io.edgepix.pregenerate.container;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Receives and deletes messages of one queue. Thread-safe. */
record QueueReader(SqsClient sqs, String queueUrl, Consumer<String> log) {
    /** Shorter than SQS's 20 s, because the program waits for it at its end. */
    private static final int LONG_POLL_SECONDS = 5;

    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 250;

    /**
     * Returns the visibility timeout of the queue.
     *
     * @throws SdkException if SQS refuses
     */
    Duration visibility() {
        String seconds = sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                .attributes()
                .get(QueueAttributeName.VISIBILITY_TIMEOUT);
        return Duration.ofSeconds(seconds == null ? 30 : Long.parseLong(seconds));
    }

    /**
     * Waits for a message, for at most the given time; empty if there was none.
     *
     * @throws SdkException if SQS fails or refuses several times in a row
     */
    Optional<Message> receive(Duration patience) {
        int seconds = Math.clamp(patience.toSeconds(), 1, LONG_POLL_SECONDS);
        ReceiveMessageRequest request = ReceiveMessageRequest.builder()
                .queueUrl(queueUrl)
                .maxNumberOfMessages(1)
                .waitTimeSeconds(seconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return sqs.receiveMessage(request).messages().stream().findFirst();
            } catch (SdkException e) {
                log.accept("RECEIVE_FAILED " + attempt + " of " + ATTEMPTS + ": " + e.getMessage());
                if (attempt == ATTEMPTS || !pause(FIRST_PAUSE_MILLIS << attempt)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Hides a message for a time from now on.
     *
     * @throws SdkException if SQS refuses, for example since the message was deleted
     */
    void changeVisibility(Message message, Duration timeout) {
        sqs.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout((int) timeout.toSeconds()));
    }

    /** Deletes a message. If SQS fails, the message is delivered again, which does no harm. */
    void delete(Message message) {
        try {
            sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        } catch (SdkException e) {
            log.accept("DELETE_FAILED " + message.messageId() + ": " + e.getMessage());
        }
    }
}
