package io.edgepix.localqueue.poller;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Lambda's event source mapping for SQS, with {@code ReportBatchItemFailures}. It receives batches by long polling, and
 * calls the function with each. It deletes the messages that did not fail. The others are delivered again after their
 * visibility timeout.
 */
public final class EventSourceMapping implements AutoCloseable {
    /** Shorter than Lambda's 20 s, because {@link #close} waits for it. */
    private static final int LONG_POLL_SECONDS = 1;

    private static final long PAUSE_MILLIS = 500;

    private final SqsClient sqs;
    private final MappingSettings settings;
    private final RequestStreamHandler function;
    private final Consumer<String> log;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private EventSourceMapping(
            SqsClient sqs, MappingSettings settings, RequestStreamHandler function, Consumer<String> log) {
        this.sqs = sqs;
        this.settings = settings;
        this.function = function;
        this.log = log;
    }

    /** Starts to read the queue. */
    public static EventSourceMapping start(
            SqsClient sqs, MappingSettings settings, RequestStreamHandler function, Consumer<String> log) {
        EventSourceMapping mapping = new EventSourceMapping(sqs, settings, function, log);
        for (int i = 0; i < settings.concurrency(); i++) {
            mapping.threads.add(Thread.ofPlatform().daemon().name("poller-" + i).start(mapping::poll));
        }
        return mapping;
    }

    private void poll() {
        while (!stopping) {
            try {
                List<Message> messages = receive();
                if (!messages.isEmpty()) {
                    delete(messages, failures(messages));
                }
            } catch (SdkException e) {
                log.accept("event source mapping failed: " + e.getMessage());
                pause();
            } catch (OutOfMemoryError e) {
                log.accept("event source mapping failed, and continues: " + e);
                pause();
            }
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(ReceiveMessageRequest.builder()
                        .queueUrl(settings.queueUrl())
                        .maxNumberOfMessages(settings.batchSize())
                        .waitTimeSeconds(LONG_POLL_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All")
                        .build())
                .messages();
    }

    private Set<String> failures(List<Message> messages) {
        Set<String> ids = messages.stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
        byte[] event = new SqsEvent(messages, settings.queueArn(), settings.region()).json();
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event), response, new LocalContext(settings.timeout(), log));
        } catch (Exception | Error e) {
            log.accept("function failed: " + e);
            return ids;
        }
        return BatchResponse.failures(response.toByteArray(), ids);
    }

    private void delete(List<Message> messages, Set<String> failures) {
        List<DeleteMessageBatchRequestEntry> done = messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(
                    request -> request.queueUrl(settings.queueUrl()).entries(done));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops receiving, and waits for the calls in progress. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
