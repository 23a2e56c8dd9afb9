package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the empty objects by which the edge asks for derivatives. */
class DerivativeRequestTest extends WorkerFixture {
    private static final String REQUESTS = ".edgepix/requests/";
    private static final String DERIVATIVE = "720x/webp/" + CAT;
    private static final String REQUEST = REQUESTS + DERIVATIVE;

    @BeforeEach
    void upload() {
        upload(CAT, ORIGINAL);
        upload(REQUEST, new byte[0]);
    }

    private void refuse(Reason reason) {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(reason, "It is refused.");
        };
    }

    @Test
    void process_aRequest_rendersExactlyThatDerivativeAndDeletesTheObject() {
        assertThat(process(message(created(REQUEST)))).isEmpty();

        assertThat(store.derivatives).containsOnlyKeys(DERIVATIVE);
        assertThat(store.calls).contains("delete " + REQUEST);
    }

    @Test
    void process_theRemovalOfARequest_doesNothing() {
        assertThat(process(message(removed(REQUEST)))).isEmpty();

        assertThat(store.calls).isEmpty();
    }

    @Test
    void process_aRequestForALargeOriginal_keepsTheObjectForTheContainer() {
        refuse(Reason.TOO_LARGE);

        assertThat(process(message(created(REQUEST)))).isEmpty();

        assertThat(queues.heavy).hasSize(1);
        assertThat(store.originals).containsKey(REQUEST);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "TOO_LARGE"})
    void process_aRequestThatIsGivenUp_keepsTheObjectSoThatTheEdgeDoesNotAskAgain(Reason reason) {
        queues.hasHeavy = false;
        refuse(reason);

        assertThat(process(message(created(REQUEST), 3))).isEmpty();

        assertThat(queues.deadLetters).hasSize(1);
        assertThat(store.originals).containsKey(REQUEST);
    }

    @Test
    void process_aRequestThatIsRedrivenAfterARepair_rendersAndDeletesTheObject() {
        refuse(Reason.BROKEN);
        process(message(created(REQUEST), 3));
        renderer.rendering = (original, request) -> original;

        process(message(queues.deadLetters.getFirst().body()));

        assertThat(store.derivatives).containsOnlyKeys(DERIVATIVE);
        assertThat(store.originals).doesNotContainKey(REQUEST);
    }

    @Test
    void process_aRequestForAnOriginalThatIsGone_deletesTheObject() {
        store.originals.remove(CAT);

        assertThat(process(message(created(REQUEST)))).isEmpty();

        assertThat(store.originals).isEmpty();
    }

    /** The derivative is at the path of a smaller size, so the edge would ask again. */
    @Test
    void process_aRequestForMoreThanTheOriginalHas_keepsTheObject() {
        renderer.size = new Dimensions(100, 75);

        assertThat(process(message(created(REQUEST)))).isEmpty();

        assertThat(store.derivatives).containsOnlyKeys("100x100/webp/" + CAT);
        assertThat(store.originals).containsKey(REQUEST);
    }

    @Test
    void process_aRequestWhoseOriginalWasInvalidatedTooLate_deletesTheObjectOfTheDerivative() {
        refusesInvalidations = true;

        assertThat(process(message(created(REQUEST), 3))).isEmpty();

        assertThat(queues.deadLetters).hasSize(1);
        assertThat(store.originals).doesNotContainKey(REQUEST);
    }

    @Test
    void process_aRequestThatCannotBeDeleted_isDoneWithALine() {
        store.failing.add("delete");

        assertThat(process(message(created(REQUEST)))).isEmpty();

        assertThat(lines).anyMatch(line -> line.startsWith("DELETE_FAILED path=/" + REQUEST));
    }

    @Test
    void process_aRequestForASizeThatIsNotOffered_isDroppedWithALine() {
        String request = REQUESTS + "721x/webp/" + CAT;

        assertThat(process(message(created(request)))).isEmpty();

        assertThat(lines).anyMatch(line -> line.startsWith("DROPPED message=m1 "));
        assertThat(store.derivatives).isEmpty();
        assertThat(store.calls).containsExactly("delete " + request);
    }

    @Test
    void process_aRequestForAnObjectOfJobs_isDropped() {
        upload(".edgepix/a.jpg", ORIGINAL);

        assertThat(process(message(created(REQUESTS + "720x/webp/.edgepix/a.jpg"))))
                .isEmpty();

        assertThat(lines).anyMatch(line -> line.startsWith("DROPPED message=m1 "));
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void process_aRequestAndAnUpload_areOneDecoding() {
        process(message(created(REQUEST)), message(created(CAT)));

        assertThat(renderer.decodings).hasValue(1);
        assertThat(store.derivatives).hasSize(5);
    }
}
