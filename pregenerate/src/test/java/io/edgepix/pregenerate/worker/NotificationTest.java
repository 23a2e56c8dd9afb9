package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.FakeRenderer;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivative.Key;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that notifications lead to the derivatives of the current originals. */
class NotificationTest extends WorkerFixture {
    private static final List<String> WANTED =
            List.of("368x/webp/" + CAT, "368x/jpeg/" + CAT, "1440x/webp/" + CAT, "1440x/jpeg/" + CAT);

    @BeforeEach
    void upload() {
        upload(CAT, ORIGINAL);
    }

    @Test
    void process_anUpload_rendersAllPresetsInOneDecoding() {
        assertThat(process(message(created(CAT)))).isEmpty();

        assertThat(store.derivatives).containsOnlyKeys(WANTED);
        assertThat(renderer.decodings).hasValue(1);
        assertThat(invalidations).as("nothing can be in a cache").isEmpty();
        assertThat(metrics().get("Rendered").getAsInt()).isEqualTo(4);
        assertThat(metrics().get("Decodings").getAsInt()).isOne();
    }

    @Test
    void process_duplicates_renderOnce() {
        process(message(created(CAT)), message(created(CAT)), message(created(CAT)));
        process(message(created(CAT)));

        assertThat(renderer.decodings).hasValue(1);
        assertThat(calls("put")).isEqualTo(4);
    }

    @Test
    void process_aRemovalThatArrivesAfterTheUpload_leavesTheDerivatives() {
        process(message(created(CAT)));
        process(message(removed(CAT)));

        assertThat(store.derivatives).containsOnlyKeys(WANTED);
    }

    @Test
    void process_anUploadThatArrivesAfterTheRemoval_leavesNothing() {
        process(message(created(CAT)));
        store.originals.clear();

        process(message(removed(CAT)));
        process(message(created(CAT)));

        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void process_aChangedOriginal_rendersAgainDeletesTheRestAndInvalidates() {
        process(message(created(CAT)));
        storeDerivative(store, "96x96-cover/webp/" + CAT, ORIGINAL);
        storeDerivative(store, "96x96-cover/webp/a/dog.jpg", ORIGINAL);
        upload(CAT, CHANGED);

        assertThat(process(message(created(CAT)))).isEmpty();

        assertThat(store.derivatives)
                .containsOnlyKeys(
                        WANTED.get(0), WANTED.get(1), WANTED.get(2), WANTED.get(3), "96x96-cover/webp/a/dog.jpg");
        assertThat(WANTED)
                .allSatisfy(key -> assertThat(stored(key).originalEtag()).isEqualTo(MemoryStore.etag(CHANGED)));
        assertThat(invalidations).containsExactly(List.of(new Key(CAT)));
    }

    @Test
    void process_aLargeOriginalReplacedByASmallOne_deletesTheLargeDerivatives() {
        process(message(created(CAT)));
        upload(CAT, CHANGED);
        renderer.size = new Dimensions(200, 100);

        process(message(created(CAT)));

        assertThat(store.derivatives)
                .hasSize(2)
                .doesNotContainKeys(WANTED.toArray(String[]::new))
                .allSatisfy((key, stored) -> assertThat(stored.originalEtag()).isEqualTo(MemoryStore.etag(CHANGED)));
    }

    @Test
    void process_aSmallOriginalReplacedByALargeOne_deletesTheSmallDerivatives() {
        renderer.size = new Dimensions(200, 100);
        process(message(created(CAT)));
        upload(CAT, CHANGED);
        renderer.size = new Dimensions(6000, 4500);

        process(message(created(CAT)));

        assertThat(store.derivatives).containsOnlyKeys(WANTED);
        assertThat(invalidations).hasSize(1);
    }

    @Test
    void process_aRemovedOriginal_deletesAllAndInvalidates() {
        process(message(created(CAT)));
        storeDerivative(store, "x96/avif/" + CAT, ORIGINAL);
        store.originals.clear();

        process(message(removed(CAT)));

        assertThat(store.derivatives).isEmpty();
        assertThat(invalidations).containsExactly(List.of(new Key(CAT)));
    }

    @Test
    void process_changedDuringTheDeletion_beginsAgain() {
        storeDerivative(store, "96x/webp/" + CAT, CHANGED);
        store.before.put("delete", () -> upload(CAT, CHANGED));

        process(message(created(CAT)));

        assertThat(WANTED)
                .allSatisfy(key -> assertThat(stored(key).originalEtag()).isEqualTo(MemoryStore.etag(CHANGED)));
    }

    @Test
    void process_aRepeatedDelivery_invalidatesInAnyCase() {
        process(message(created(CAT)));
        process(message(created(CAT), 2));

        assertThat(invalidations).containsExactly(List.of(new Key(CAT)));
    }

    @Test
    void process_manyChanges_invalidateTogetherAndListTheFoldersOnce() {
        upload("b.jpg", ORIGINAL);
        process(message(created(CAT)), message(created("b.jpg")));
        upload(CAT, CHANGED);
        upload("b.jpg", CHANGED);
        store.calls.clear();

        process(message(created(CAT)), message(created("b.jpg")));

        assertThat(invalidations).containsExactly(List.of(new Key(CAT), new Key("b.jpg")));
        assertThat(calls("list")).isEqualTo(11);
    }

    @Test
    void process_aRefusedInvalidation_isTriedAgain() {
        storeDerivative(store, WANTED.getFirst(), CHANGED);
        refusesInvalidations = true;
        QueueMessage message = message(created(CAT));

        assertThat(process(message)).containsOnlyKeys(message.id());
        refusesInvalidations = false;
        assertThat(process(new QueueMessage(message.id(), "r", message.body(), 2)))
                .isEmpty();

        assertThat(invalidations).containsExactly(List.of(new Key(CAT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "368x/webp/a/cat.jpg",
                "folder/",
                "a/../cat.jpg",
                ".edgepix/jobs/j/marker.json",
                ".edgepix/other",
                ".edgepix/requests/nothing"
            })
    void process_anObjectThatIsNoOriginal_doesNothing(String key) {
        store.originals.put(key, ORIGINAL);
        store.calls.clear();

        assertThat(process(message(created(key)))).isEmpty();

        assertThat(renderer.decodings).hasValue(0);
        assertThat(calls("get") + calls("put")).isZero();
        assertThat(queues.deadLetters).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices/1.pdf", "invoices/signature.png", ".edgepix/requests/368x/webp/invoices/a.png"})
    void process_anObjectInThePrivateFolderForDocuments_doesNothing(String key) {
        upload("invoices/1.pdf", ORIGINAL);
        upload("invoices/signature.png", ORIGINAL);
        upload("invoices/a.png", ORIGINAL);
        store.calls.clear();
        Workers workers = workers("{\"documents\": {\"prefix\": \"invoices/\"}}");

        assertThat(workers.messages().process(List.of(message(created(key)), message(job(key)))))
                .isEmpty();
        assertThat(workers.keys().process(List.of("invoices/a.png"), List.of(), List.of(), () -> false))
                .containsEntry(
                        "invoices/a.png",
                        new Outcome.Refused("Objects in the folder for documents have no derivatives."));

        assertThat(renderer.decodings).hasValue(0);
        assertThat(calls("get") + calls("put")).isZero();
    }

    @Test
    void process_aPictureInThePublicFolderForDocuments_isRendered() {
        upload("sheets/a.png", ORIGINAL);
        upload("sheets/1.pdf", ORIGINAL);

        workers("{\"documents\": {\"prefix\": \"sheets/\", \"public\": true}, \"presets\": {\"a\": \"9x\"}}")
                .messages()
                .process(List.of(message(created("sheets/a.png")), message(created("sheets/1.pdf"))));

        assertThat(store.derivatives).containsOnlyKeys("9x/webp/sheets/a.png", "9x/png/sheets/a.png");
    }

    @Test
    void process_rulesForPrefixes_decideByTheLongest() {
        upload("avatars/1.png", ORIGINAL);
        upload("avatars/none/1.png", ORIGINAL);
        upload("other/1.png", ORIGINAL);
        String config = """
                {"pregenerate": {"prefix": "a", "sizes": ["200x200"], "formats": ["webp", "original"], "rules": [
                  {"prefix": "avatars/", "sizes": ["96x96-cover"], "formats": ["webp"]},
                  {"prefix": "avatars/none/", "sizes": []}]},
                 "sizes": {"list": ["200x200", "96x96"]}}""";

        workers(config)
                .messages()
                .process(List.of(
                        message(created(CAT)),
                        message(created("avatars/1.png")),
                        message(created("avatars/none/1.png")),
                        message(created("other/1.png"))));

        assertThat(store.derivatives)
                .containsOnlyKeys("200x200/webp/" + CAT, "200x200/jpeg/" + CAT, "96x96-cover/webp/avatars/1.png");
    }

    @Test
    void process_aKeyWithSpacesAndUmlauts_isDecoded() {
        upload("ä b+c.png", ORIGINAL);

        process(message(created("ä b+c.png")));

        assertThat(store.derivatives).containsKey("368x/png/ä b+c.png");
        assertThat(stored("368x/png/ä b+c.png").bytes()).isEqualTo(FakeRenderer.derivative());
    }
}
