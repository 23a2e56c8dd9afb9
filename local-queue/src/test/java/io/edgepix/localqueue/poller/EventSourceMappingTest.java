package io.edgepix.localqueue.poller;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localqueue.QueueFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class EventSourceMappingTest {
    private static QueueFixture fixture;

    /** Returns the response to an event. */
    private interface Function {
        String apply(List<JsonObject> records) throws IOException;
    }

    private final Queue<JsonObject> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        fixture = new QueueFixture(3);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void clear() {
        fixture.clear();
    }

    private EventSourceMapping mapping(int concurrency, Function function) {
        RequestStreamHandler handler = (input, output, context) -> {
            JsonObject event = JsonParser.parseString(new String(input.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            events.add(event);
            List<JsonObject> records = event.getAsJsonArray("Records").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .toList();
            output.write(function.apply(records).getBytes(StandardCharsets.UTF_8));
        };
        MappingSettings settings = new MappingSettings(
                fixture.queues.url(),
                fixture.queues.arn(fixture.queues.url()),
                "us-east-1",
                10,
                concurrency,
                Duration.ofMinutes(1));
        return EventSourceMapping.start(fixture.sqs, settings, handler, log::add);
    }

    private Stream<JsonObject> records() {
        return events.stream()
                .flatMap(event -> event.getAsJsonArray("Records").asList().stream())
                .map(JsonElement::getAsJsonObject);
    }

    private List<Integer> deliveries(String body) {
        return records()
                .filter(message -> message.get("body").getAsString().equals(body))
                .map(message -> message.getAsJsonObject("attributes")
                        .get("ApproximateReceiveCount")
                        .getAsInt())
                .toList();
    }

    private static String failure(String id) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}";
    }

    @Test
    void event_hasLambdasFields() throws Throwable {
        String id = fixture.sqs
                .sendMessage(message -> message.queueUrl(fixture.queues.url())
                        .messageBody("\u732b \"1\"")
                        .messageAttributes(Map.of(
                                "reason",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("why")
                                        .build())))
                .messageId();
        try (EventSourceMapping _ = mapping(1, _ -> "")) {
            eventually(() -> assertThat(fixture.count(fixture.queues.url())).isZero());
        }

        JsonObject message = records().findFirst().orElseThrow();
        assertThat(message.get("messageId").getAsString()).isEqualTo(id);
        assertThat(message.get("receiptHandle").getAsString()).isNotEmpty();
        assertThat(message.get("body").getAsString()).isEqualTo("\u732b \"1\"");
        assertThat(message.getAsJsonObject("attributes").keySet())
                .contains("ApproximateReceiveCount", "SentTimestamp", "ApproximateFirstReceiveTimestamp");
        assertThat(message.getAsJsonObject("messageAttributes").getAsJsonObject("reason"))
                .hasToString(
                        "{\"stringValue\":\"why\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"String\"}");
        assertThat(message.get("eventSource").getAsString()).isEqualTo("aws:sqs");
        assertThat(message.get("eventSourceARN").getAsString()).isEqualTo("arn:aws:sqs:us-east-1:000000000000:edgepix");
        assertThat(message.get("awsRegion").getAsString()).isEqualTo("us-east-1");
    }

    @Test
    void batch_ofElevenMessages_isSplitAtTen() throws Throwable {
        for (int i = 0; i < 11; i++) {
            fixture.send(fixture.queues.url(), Integer.toString(i));
        }
        try (EventSourceMapping _ = mapping(1, _ -> "")) {
            eventually(() -> assertThat(fixture.count(fixture.queues.url())).isZero());
        }

        assertThat(events.stream().map(event -> event.getAsJsonArray("Records").size()))
                .containsExactly(10, 1);
    }

    @Test
    void messageThatFailed_isDeliveredAgainAndTheOthersAreNot() throws Throwable {
        fixture.send(fixture.queues.url(), "good");
        String bad = fixture.send(fixture.queues.url(), "bad");
        try (EventSourceMapping _ = mapping(1, records -> {
            boolean isFirst = deliveries("bad").equals(List.of(1));
            return isFirst && records.toString().contains(bad) ? failure(bad) : "";
        })) {
            eventually(() -> assertThat(fixture.count(fixture.queues.url())).isZero());
        }

        assertThat(deliveries("bad")).containsExactly(1, 2);
        assertThat(deliveries("good")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}"})
    void batchWithAnInvalidResponse_isDeliveredAgainCompletely(String response) throws Throwable {
        fixture.send(fixture.queues.url(), "one");
        fixture.send(fixture.queues.url(), "two");
        try (EventSourceMapping _ = mapping(
                1,
                records -> records.getFirst()
                                        .getAsJsonObject("attributes")
                                        .get("ApproximateReceiveCount")
                                        .getAsInt()
                                == 1
                        ? response
                        : "")) {
            eventually(() -> assertThat(fixture.count(fixture.queues.url())).isZero());
        }

        assertThat(deliveries("one")).containsExactly(1, 2);
        assertThat(deliveries("two")).containsExactly(1, 2);
    }

    @Test
    void batchWhoseFunctionThrows_isDeliveredAgainUntilTheDeadLetterQueueHasIt() throws Throwable {
        fixture.send(fixture.queues.url(), "poison");
        try (EventSourceMapping _ = mapping(1, _ -> {
            throw new IOException("broken");
        })) {
            eventually(() ->
                    assertThat(fixture.count(fixture.queues.deadLetterUrl())).isOne());
        }

        assertThat(deliveries("poison")).containsExactly(1, 2, 3);
        assertThat(fixture.take(fixture.queues.deadLetterUrl())).containsExactly("poison");
        assertThat(log).hasSize(3).allMatch(line -> line.contains("broken"));
    }

    @Test
    void calls_atTheSameTime_areAsManyAsTheConcurrency() throws Throwable {
        for (int i = 0; i < 40; i++) {
            fixture.send(fixture.queues.url(), Integer.toString(i));
        }
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger current = new AtomicInteger();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        try (EventSourceMapping _ = mapping(2, _ -> {
            seen.add(current.incrementAndGet());
            both.countDown();
            await(both);
            current.decrementAndGet();
            return "";
        })) {
            eventually(() -> assertThat(fixture.count(fixture.queues.url())).isZero());
        }

        assertThat(seen).contains(2).allMatch(calls -> calls <= 2);
    }

    @Test
    void close_duringACall_waitsForItAndDeletesItsMessages() throws Throwable {
        fixture.send(fixture.queues.url(), "one");
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        EventSourceMapping mapping = mapping(1, _ -> {
            called.countDown();
            await(closing);
            return "";
        });
        await(called);
        Thread close = Thread.ofPlatform().start(mapping::close);
        closing.countDown();
        close.join();

        assertThat(fixture.count(fixture.queues.url())).isZero();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
