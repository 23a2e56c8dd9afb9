package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.JobMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the parts of jobs. */
class JobTest extends WorkerFixture {
    private static final byte[] POISON = {66};

    @BeforeEach
    void upload() {
        upload("a.jpg", ORIGINAL);
        upload("b.jpg", CHANGED);
        upload("c.jpg", POISON);
    }

    private void refusePoison(Reason reason) {
        renderer.rendering = (original, request) -> {
            if (Arrays.equals(original, POISON)) {
                throw new UnrenderableException(reason, "It is cut short.");
            }
            return original;
        };
    }

    private PartResult result() {
        return Objects.requireNonNull(results.get(JobKeys.result("j", 4).value()), results::toString);
    }

    @Test
    void process_aPart_writesItsResult() {
        assertThat(process(message(job("a.jpg", "b.jpg")))).isEmpty();

        assertThat(result()).satisfies(part -> {
            assertThat(part.originals()).isEqualTo(2);
            assertThat(part.rendered()).isEqualTo(8);
            assertThat(part.bytes()).isEqualTo(16);
            assertThat(part.memoryMegabytes()).isEqualTo(1769);
            assertThat(part.failed()).isEmpty();
        });
    }

    @Test
    void process_aKeyInTheFolderOfJobs_isNotRendered() {
        upload(".edgepix/a.jpg", ORIGINAL);

        assertThat(process(message(job(".edgepix/a.jpg")))).isEmpty();

        assertThat(store.derivatives).isEmpty();
        assertThat(result().failed()).containsOnlyKeys("This is not the key of an original.");
    }

    @Test
    void process_refusedAndRepeatedKeys_namesTheFailedOnes() {
        assertThat(process(message(job("a.jpg", ".edgepix/a.jpg", "a.jpg")))).isEmpty();

        assertThat(result().originals()).isEqualTo(2);
        assertThat(result().failed()).containsExactly(Map.entry("This is not the key of an original.", 1));
        assertThat(result().failedKeys())
                .containsExactly(Map.entry(".edgepix/a.jpg", "This is not the key of an original."));
    }

    @Test
    void process_aPartTwice_countsNothingTwice() {
        process(message(job("a.jpg", "b.jpg")));
        process(message(job("a.jpg", "b.jpg")));

        assertThat(results).hasSize(1);
        assertThat(result().originals()).isEqualTo(2);
        assertThat(result().found()).isEqualTo(8);
        assertThat(renderer.decodings).hasValue(2);
    }

    @Test
    void process_aPartWithoutASignOfOutdatedDerivatives_searchesNone() {
        process(message(job("a.jpg")));

        assertThat(calls("list")).isZero();
    }

    @Test
    void process_aPartWithAnOutdatedDerivative_deletesTheOthersToo() {
        storeDerivative(store, "368x/webp/a.jpg", CHANGED);
        storeDerivative(store, "96x/webp/a.jpg", CHANGED);

        process(message(job("a.jpg")));

        assertThat(store.derivatives).hasSize(4).doesNotContainKey("96x/webp/a.jpg");
        assertThat(invalidations).hasSize(1);
    }

    @Test
    void process_sizesAndFormatsOfThePart_replaceTheConfigured() {
        process(message(
                JobMessages.write(new JobMessage("j", 0, List.of("a.jpg"), List.of("large", "720x"), List.of("png")))));

        assertThat(store.derivatives).containsOnlyKeys("1440x/png/a.jpg", "720x/png/a.jpg");
    }

    @Test
    void process_aBrokenPicture_isTriedAgainAloneAndFailsAlone() {
        refusePoison(Reason.BROKEN);

        assertThat(process(message(job("a.jpg", "c.jpg")))).isEmpty();
        assertThat(result()).satisfies(part -> {
            assertThat(part.originals()).isOne();
            assertThat(part.rendered()).isEqualTo(4);
            assertThat(part.pending()).isZero();
        });
        assertThat(queues.delays).containsExactly(30);
        String alone = queues.sent.getFirst();
        assertThat(process(message(alone))).hasSize(1);
        assertThat(process(message(alone, 3))).isEmpty();

        assertThat(result().originals()).isOne();
        assertThat(results).hasSize(2);
        assertThat(results.get(JobKeys.result("j", 20_000_004).value())).satisfies(part -> {
            assertThat(part.pending()).isZero();
            assertThat(part.failed()).isEqualTo(Map.of("It is cut short.", 1));
        });
        assertThat(queues.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("c.jpg");
            assertThat(letter.body()).contains("[\"c.jpg\"]");
        });
    }

    @Test
    void process_aPartThatIsDeliveredAgain_isSplitSoThatNoOriginalIsGivenUpForAnother() {
        assertThat(process(message(job("a.jpg", "b.jpg"), 2))).isEmpty();

        assertThat(store.derivatives).isEmpty();
        assertThat(result().originals()).isZero();
        assertThat(queues.sent).hasSize(2);
        queues.sent.forEach(body -> process(message(body)));
        assertThat(store.derivatives).hasSize(8);
        assertThat(results).hasSize(3);
        assertThat(results.values().stream().mapToInt(PartResult::originals).sum())
                .isEqualTo(2);
    }

    @Test
    void process_anOriginalOfASplitPart_isInvalidatedSinceTheFirstAttemptMayHaveChangedIt() {
        process(message(job("a.jpg", "b.jpg"), 2));

        process(message(queues.sent.getFirst()));

        assertThat(invalidations).containsExactly(List.of(new Key("a.jpg")));
    }

    @Test
    void process_aPartOutOfTime_givesTheRestMessagesOfTheirOwn() {
        List<QueueMessage> batch = List.of(message(job("a.jpg", "b.jpg")));

        assertThat(workers(CONFIG).messages().process(batch, new RemainingTime(() -> 0)))
                .isEmpty();

        assertThat(queues.delays).containsExactly(0, 0);
        assertThat(result().originals()).isZero();
        queues.sent.forEach(body -> process(message(body)));
        assertThat(store.derivatives).hasSize(8);
    }

    @Test
    void process_anOriginalThatIsDeliveredAgain_isNotSplit() {
        process(message(job("a.jpg"), 2));

        assertThat(queues.sent).isEmpty();
        assertThat(store.derivatives).hasSize(4);
    }

    @Test
    void process_aChangedOriginalWithoutWantedDerivatives_losesItsOutdatedOnes() {
        storeDerivative(store, "96x/webp/a.jpg", CHANGED);

        process(message(JobMessages.write(
                new JobMessage("j", 4, List.of("a.jpg"), List.of(), List.of(), List.of("a.jpg"), 0))));

        assertThat(store.derivatives).hasSize(4).doesNotContainKey("96x/webp/a.jpg");
        assertThat(invalidations).hasSize(1);
    }

    @Test
    void process_aChangedOriginalWithoutOutdatedDerivatives_isNotInvalidated() {
        process(message(job("a.jpg")));

        process(message(JobMessages.write(
                new JobMessage("j", 4, List.of("a.jpg"), List.of(), List.of(), List.of("a.jpg"), 0))));

        assertThat(calls("list")).isPositive();
        assertThat(invalidations).isEmpty();
    }

    @Test
    void process_anOriginalOverTheLimits_isSentAloneWithAPartOfItsOwn() {
        refusePoison(Reason.TOO_LARGE);

        assertThat(process(message(job("a.jpg", "c.jpg", "b.jpg")))).isEmpty();
        String heavy = queues.heavy.getFirst();
        queues.hasHeavy = false;
        renderer.rendering = (original, request) -> original;
        process(message(heavy));

        assertThat(heavy).contains("[\"c.jpg\"]");
        assertThat(result().originals()).isEqualTo(2);
        assertThat(results).hasSize(2);
        assertThat(results.values().stream().mapToInt(PartResult::originals).sum())
                .isEqualTo(3);
    }

    @Test
    void process_keysThatCannotBeOriginals_areCounted() {
        process(message(job("a.jpg", "368x/webp/a.jpg")));

        assertThat(result().originals()).isOne();
        assertThat(result().failed()).containsValue(1);
    }

    @Test
    void process_theSameOriginalInTwoMessages_isRenderedOnce() {
        process(message(job("a.jpg")), message(created("a.jpg")));

        assertThat(renderer.decodings).hasValue(1);
    }

    @Test
    void process_anOriginalThatIsGone_isDone() {
        storeDerivative(store, "368x/webp/gone.jpg", ORIGINAL);

        process(message(job("gone.jpg")));

        assertThat(result().originals()).isOne();
        assertThat(store.derivatives).isEmpty();
    }
}
