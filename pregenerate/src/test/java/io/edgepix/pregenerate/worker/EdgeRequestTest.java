package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the empty objects by which the edge asks for derivatives. */
class EdgeRequestTest extends WorkerFixture {
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
        assertThat(store.calls).doesNotContain("delete " + REQUEST);
    }

    @Test
    void process_aRequestForABrokenOriginal_deletesTheObjectInTheEnd() {
        refuse(Reason.BROKEN);

        assertThat(process(message(created(REQUEST), 3))).isEmpty();

        assertThat(queues.deadLetters).hasSize(1);
        assertThat(store.calls).contains("delete " + REQUEST);
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
    void process_aRequestAndAnUpload_areOneDecoding() {
        process(message(created(REQUEST)), message(created(CAT)));

        assertThat(renderer.decodings).hasValue(1);
        assertThat(store.derivatives).hasSize(5);
    }
}
