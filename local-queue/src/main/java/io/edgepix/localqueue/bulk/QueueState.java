package io.edgepix.localqueue.bulk;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of a job: their approximate lengths, and the command that redrives their dead-letter queue. */
public final class QueueState {
    private static final List<QueueAttributeName> LENGTHS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient sqs;
    private final List<String> urls;
    private final String awsOptions;

    /**
     * Creates a view of queues.
     *
     * @param urls the queue to which a job is sent, then perhaps that of the container
     * @param awsOptions the options by which the AWS CLI reaches the queues
     */
    public QueueState(SqsClient sqs, List<String> urls, String awsOptions) {
        this.sqs = sqs;
        this.urls = List.copyOf(urls);
        this.awsOptions = awsOptions;
    }

    /**
     * Returns the approximate number of messages that wait or are being processed. One request reads the lengths of a
     * queue, because a message that becomes visible between two requests would be in neither of them.
     */
    public long messages() {
        return urls.stream().mapToLong(this::messages).sum();
    }

    private long messages(String url) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(LENGTHS))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /**
     * Returns the command that moves all messages of the dead-letter queue back, or empty if it has none. The command
     * names the queue to which they go, because SQS does not know it for messages that a worker sent there.
     */
    public Optional<String> redrive() {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(request -> request.queueUrl(urls.getFirst())
                        .attributeNames(QueueAttributeName.QUEUE_ARN, QueueAttributeName.REDRIVE_POLICY))
                .attributes();
        return Optional.ofNullable(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .map(QueueState::deadLetterArn)
                .filter(this::hasMessages)
                .map(source -> "aws sqs start-message-move-task --source-arn " + source + " --destination-arn "
                        + attributes.get(QueueAttributeName.QUEUE_ARN) + " " + awsOptions);
    }

    private static String deadLetterArn(String redrivePolicy) {
        return JsonParser.parseString(redrivePolicy)
                .getAsJsonObject()
                .get("deadLetterTargetArn")
                .getAsString();
    }

    /** Tells whether a queue has messages. If it cannot be read, it may have some. */
    private boolean hasMessages(String arn) {
        try {
            String name = arn.substring(arn.lastIndexOf(':') + 1);
            return messages(sqs.getQueueUrl(request -> request.queueName(name)).queueUrl()) > 0;
        } catch (SdkException e) {
            return true;
        }
    }
}
