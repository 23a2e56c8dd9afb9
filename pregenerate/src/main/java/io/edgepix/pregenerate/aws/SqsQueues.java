package io.edgepix.pregenerate.aws;

import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.worker.Queues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Queues of SQS.
 *
 * @param queue the URL of the queue that the process reads
 * @param heavyQueue the URL of the queue of the container; empty if there is none
 * @param deadLetterQueue the URL of the dead-letter queue
 * @param resultsQueue the URL of the queue for the results of documents; empty if there is none
 */
public record SqsQueues(
        SqsClient sqs, String queue, Optional<String> heavyQueue, String deadLetterQueue, Optional<String> resultsQueue)
        implements Queues {
    /** The limit of an attribute is that of the message; a reason needs less. */
    private static final int MAX_REASON = 1000;

    /** Creates queues without one for results. */
    public SqsQueues(SqsClient sqs, String queue, Optional<String> heavyQueue, String deadLetterQueue) {
        this(sqs, queue, heavyQueue, deadLetterQueue, Optional.empty());
    }

    @Override
    public boolean hasHeavy() {
        return heavyQueue.isPresent();
    }

    @Override
    public void send(String body, int seconds) {
        sqs.sendMessage(message -> message.queueUrl(queue).messageBody(body).delaySeconds(seconds));
    }

    @Override
    public void sendHeavy(String body) {
        String url = heavyQueue.orElseThrow();
        sqs.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    @Override
    public void sendDeadLetter(String body, String key, String reason) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("reason", text(reason.substring(0, Math.min(MAX_REASON, reason.length()))));
        if (!key.isEmpty()) {
            attributes.put("key", text(key));
        }
        sqs.sendMessage(
                message -> message.queueUrl(deadLetterQueue).messageBody(body).messageAttributes(attributes));
    }

    @Override
    public boolean hasResults() {
        return resultsQueue.isPresent();
    }

    @Override
    public void sendResult(String body) {
        String url = resultsQueue.orElseThrow();
        sqs.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    /** SQS refuses control characters. */
    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF]", " "))
                .build();
    }

    @Override
    public void retryAfter(QueueMessage message, int seconds) {
        sqs.changeMessageVisibility(change ->
                change.queueUrl(queue).receiptHandle(message.receipt()).visibilityTimeout(seconds));
    }
}
