package io.edgepix.localqueue;

import io.edgepix.localqueue.bulk.QueueState;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.sqs.QueueSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues whose messages are visible again after three seconds, unless a test says otherwise. */
public final class QueueFixture implements AutoCloseable {
    /** Longer than a call of a test's function on a busy machine, or a message would be delivered twice. */
    private static final Duration VISIBILITY = Duration.ofSeconds(3);

    public final LocalQueues queues;
    public final SqsClient sqs;

    public QueueFixture(int maxDeliveries) {
        this(new QueueSettings(VISIBILITY, VISIBILITY, maxDeliveries));
    }

    public QueueFixture(QueueSettings settings) {
        this.queues = LocalQueues.start(settings);
        this.sqs = queues.client();
    }

    /** Creates another queue with the same dead-letter queue, and returns its URL. */
    public String create(String name, Duration visibility) {
        String redrive = sqs.getQueueAttributes(
                        request -> request.queueUrl(queues.url()).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .get(QueueAttributeName.REDRIVE_POLICY);
        return sqs.createQueue(queue -> queue.queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                Long.toString(visibility.toSeconds()),
                                QueueAttributeName.REDRIVE_POLICY,
                                redrive)))
                .queueUrl();
    }

    /** Deletes all messages. */
    public void clear() {
        for (String url : List.of(queues.url(), queues.heavyUrl(), queues.deadLetterUrl())) {
            sqs.purgeQueue(queue -> queue.queueUrl(url));
        }
    }

    /** Sends a message, and returns its id. */
    public String send(String queueUrl, String body) {
        return sqs.sendMessage(message -> message.queueUrl(queueUrl).messageBody(body))
                .messageId();
    }

    /** Returns the number of messages, visible or not. */
    public long count(String queueUrl) {
        return count(sqs, queueUrl);
    }

    /** Returns the number of messages, visible or not. */
    static long count(SqsClient sqs, String queueUrl) {
        return new QueueState(sqs, List.of(queueUrl), "").messages();
    }

    /** Receives and deletes all visible messages, and returns their bodies. */
    public List<String> take(String queueUrl) {
        return take(sqs, queueUrl).stream().map(Message::body).toList();
    }

    /** Receives and deletes all visible messages. */
    static List<Message> take(SqsClient sqs, String queueUrl) {
        List<Message> all = new ArrayList<>();
        while (true) {
            List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                            .messageAttributeNames("All")
                            .maxNumberOfMessages(10))
                    .messages();
            if (messages.isEmpty()) {
                return all;
            }
            for (Message message : messages) {
                all.add(message);
                sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            }
        }
    }

    @Override
    public void close() {
        queues.close();
    }
}
