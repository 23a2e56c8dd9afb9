package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivative.Key;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what happens to messages that cannot be processed. Here a message is delivered three times at most. */
class FailureTest extends WorkerFixture {
    private static final String DOG = "dog.jpg";

    @BeforeEach
    void upload() {
        upload(CAT, ORIGINAL);
        upload(DOG, CHANGED);
    }

    private void refuseCats(Reason reason) {
        renderer.rendering = (original, request) -> {
            if (Arrays.equals(original, ORIGINAL)) {
                throw new UnrenderableException(reason, "It is cut short.");
            }
            return original;
        };
    }

    @Test
    void process_aBrokenPicture_holdsNobodyUp() {
        refuseCats(Reason.BROKEN);
        QueueMessage poison = message(created(CAT));

        Map<String, String> again = process(poison, message(created(DOG)));

        assertThat(again).containsExactly(Map.entry(poison.id(), "It is cut short."));
        assertThat(queues.retries).containsExactly(30);
        assertThat(queues.deadLetters).isEmpty();
        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void process_aBrokenPictureAtItsLastDelivery_goesToTheDeadLettersWithItsReason() {
        refuseCats(Reason.BROKEN);
        QueueMessage poison = message(created(CAT), 3);

        assertThat(process(poison)).isEmpty();

        assertThat(queues.deadLetters)
                .containsExactly(new MemoryQueues.DeadLetter(poison.body(), CAT, "It is cut short."));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("DEAD_LETTER message=" + poison.id() + " delivery=3 path=/a"));
    }

    @Test
    void process_aBrokenPictureAfterItsRepair_isRendered() {
        refuseCats(Reason.BROKEN);
        process(message(created(CAT), 3));
        upload(CAT, CHANGED);

        process(message(queues.deadLetters.getFirst().body()));

        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void process_anOriginalReplacedByABrokenOne_losesItsOldDerivatives() {
        storeDerivative(store, "368x/webp/" + CAT, CHANGED);
        refuseCats(Reason.BROKEN);

        process(message(created(CAT)));

        assertThat(store.derivatives).isEmpty();
        assertThat(invalidations).containsExactly(List.of(new Key(CAT)));
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 60"})
    void process_aFailureOfTheBucket_isRetriedLaterEachTime(int deliveries, int seconds) {
        store.failing.add("put");
        QueueMessage message = message(created(CAT), deliveries);

        assertThat(process(message)).containsOnlyKeys(message.id());

        assertThat(queues.retries).containsExactly(seconds);
        assertThat(queues.deadLetters).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "get", "etag", "list"})
    void process_anyFailureOfTheBucket_isRetriedWithoutItsCause(String verb) {
        store.failing.add(verb);
        QueueMessage message = message(created(CAT));

        assertThat(process(message).get(message.id())).isNotNull().doesNotContain(MemoryStore.SECRET);
        assertThat(lines).anyMatch(line -> line.contains(MemoryStore.SECRET));
    }

    @Test
    void process_anOriginalOverTheLimits_goesToTheContainerImmediately() {
        refuseCats(Reason.TOO_LARGE);
        QueueMessage message = message(created(CAT));

        assertThat(process(message, message(created(DOG)))).isEmpty();

        assertThat(queues.heavy).containsExactly(message.body());
        assertThat(queues.deadLetters).isEmpty();
    }

    @Test
    void process_anOriginalOutOfMemory_goesToTheContainerToo() {
        renderer.rendering = (original, request) -> {
            throw new OutOfMemoryError("no more");
        };
        QueueMessage message = message(created(CAT));

        assertThat(process(message)).isEmpty();

        assertThat(queues.heavy).containsExactly(message.body());
    }

    @Test
    void process_anOriginalOverTheLimitsWithoutAContainer_isGivenUpInTheEnd() {
        queues.hasHeavy = false;
        refuseCats(Reason.TOO_LARGE);

        assertThat(process(message(created(CAT)))).hasSize(1);
        assertThat(process(message(created(CAT), 3))).isEmpty();

        assertThat(queues.deadLetters).hasSize(1);
    }

    @Test
    void process_aFileThatIsNotNamedLikeAPicture_isDoneWithoutADeadLetter() {
        upload("film.mp4", ORIGINAL);
        refuseCats(Reason.NOT_A_PICTURE);

        assertThat(process(message(created("film.mp4"), 3))).isEmpty();
        assertThat(queues.deadLetters).isEmpty();

        assertThat(process(message(created(CAT), 3))).isEmpty();
        assertThat(queues.deadLetters).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"Records\":[{}]}",
                "{\"job\":\"j\",\"part\":1,\"keys\":[]}",
                "{\"job\":\"j\",\"part\":1,\"keys\":[\"a.jpg\"],\"sizes\":[\"123x45\"]}"
            })
    void process_aMessageThatCanNeverSucceed_goesToTheDeadLettersAndTheRestGoesOn(String body) {
        assertThat(process(message(body), message(created(DOG)))).isEmpty();

        assertThat(queues.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo(body);
            assertThat(letter.key()).isEmpty();
            assertThat(letter.reason()).isNotEmpty();
        });
        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void process_aChangeOfAnotherBucket_goesToTheDeadLetters() {
        process(message(notification("ObjectCreated:Put", "private", CAT)));

        assertThat(queues.deadLetters)
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.reason()).contains("pictures").contains("private"));
        assertThat(store.calls).isEmpty();
    }

    @Test
    void process_theTestEventOfS3_isDone() {
        assertThat(process(message("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"pictures\"}")))
                .isEmpty();
        assertThat(queues.deadLetters).isEmpty();
    }

    @Test
    void process_aQueueThatIsDown_deliversTheMessageAgain() {
        queues.isDown = true;
        QueueMessage message = message("hello");

        assertThat(process(message)).containsOnlyKeys(message.id());
    }

    @Test
    void process_outOfTime_leavesTheRestForLater() {
        QueueMessage cat = message(created(CAT));

        Map<String, String> again = workers(CONFIG).messages().process(List.of(cat), new RemainingTime(() -> 0));

        assertThat(again).containsOnlyKeys(cat.id());
        assertThat(queues.retries).containsExactly(0);
        assertThat(store.calls).isEmpty();
    }

    @Test
    void process_outOfTimeAtTheLastDelivery_goesToTheContainer() {
        QueueMessage cat = message(created(CAT), 3);

        assertThat(workers(CONFIG).messages().process(List.of(cat), new RemainingTime(() -> 0)))
                .isEmpty();
        assertThat(queues.heavy).containsExactly(cat.body());
    }
}
