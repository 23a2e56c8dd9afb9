package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests several derivatives of one original. */
class BatchDeriverTest extends DeriverFixture {
    private static final byte[] CHANGED = {7, 7};
    private static final List<String> PATHS = List.of("/368x/webp/" + KEY, "/720x/webp/" + KEY, "/368x/jpeg/" + KEY);

    private final Config config = ConfigReader.defaults();
    private final BatchDeriver deriver = new BatchDeriver(config, renderer, log);
    private final MemoryStore second = new MemoryStore();

    private Derivative derivative(String path) {
        return Objects.requireNonNull(new PathGrammar(config.offer()).parse(path), path);
    }

    private Optional<BatchResult> deriveAll() throws DerivationException {
        return deriveAll(List.of());
    }

    private Optional<BatchResult> deriveAll(List<DerivativePlace> copies) throws DerivationException {
        List<Derivative> derivatives = PATHS.stream().map(this::derivative).toList();
        return deriver.derive(new DerivationBatch(new Key(KEY), store, derivatives, copies));
    }

    private void storeAs(String key, byte[] original) {
        store.derivatives.put(
                key,
                new PutRequest(
                        new byte[] {9}, "image/webp", "c", Optional.empty(), MemoryStore.etag(original), "t", false));
    }

    private List<String> calls(String verb) {
        return store.calls.stream().filter(call -> call.startsWith(verb + " ")).toList();
    }

    /** Changes the original before each check that follows the stored derivatives. */
    private void beforeChecks(Runnable... changes) {
        Deque<Runnable> left = new ArrayDeque<>(List.of(changes));
        store.before.put("etag", () -> {
            Runnable change = left.poll();
            if (change != null) {
                change.run();
            }
        });
    }

    @Test
    void derive_nothingStored_rendersAllInOneDecoding() throws Exception {
        BatchResult result = deriveAll().orElseThrow();

        assertThat(result).isEqualTo(new BatchResult(MemoryStore.etag(ORIGINAL), 3, 0, 6, true, false));
        assertThat(renderer.decodings).hasValue(1);
        assertThat(calls("get")).hasSize(1);
        assertThat(store.derivatives.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        PATHS.stream().map(path -> path.substring(1)).toList());
        assertThat(stored("368x/webp/" + KEY).originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL));
    }

    @Test
    void derive_allCurrent_fetchesNothing() throws Exception {
        deriveAll();
        store.calls.clear();

        BatchResult result = deriveAll().orElseThrow();

        assertThat(result).isEqualTo(new BatchResult(MemoryStore.etag(ORIGINAL), 0, 3, 0, false, false));
        assertThat(store.calls).hasSize(4).allMatch(call -> call.startsWith("head "));
        assertThat(renderer.decodings).hasValue(1);
    }

    @Test
    void derive_oneMissing_rendersOnlyThat() throws Exception {
        deriveAll();
        store.derivatives.remove("720x/webp/" + KEY);
        renderer.rendered.clear();

        BatchResult result = deriveAll().orElseThrow();

        assertThat(result.rendered()).isOne();
        assertThat(result.found()).isEqualTo(2);
        assertThat(renderer.rendered)
                .singleElement()
                .satisfies(request -> assertThat(request.size().width()).isEqualTo(720));
    }

    @Test
    void derive_ofAFormerOriginal_isReplacedAndReported() throws Exception {
        storeAs("720x/webp/" + KEY, CHANGED);

        BatchResult result = deriveAll().orElseThrow();

        assertThat(result.hasOutdated()).isTrue();
        assertThat(stored("720x/webp/" + KEY).originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL));
    }

    @Test
    void derive_anObjectThatIsNoDerivative_isLeftAlone() throws Exception {
        store.originals.put("720x/webp/" + KEY, CHANGED);

        BatchResult result = deriveAll().orElseThrow();

        assertThat(result.rendered()).isEqualTo(2);
        assertThat(result.found()).isOne();
        assertThat(calls("put")).noneMatch(call -> call.contains("720x"));
    }

    @Test
    void derive_aSmallOriginal_isStoredOnceForEachFormatAndNotEnlarged() throws Exception {
        renderer.size = new Dimensions(200, 100);

        BatchResult first = deriveAll().orElseThrow();
        store.calls.clear();
        BatchResult second = deriveAll().orElseThrow();

        assertThat(first.rendered()).isEqualTo(2);
        assertThat(store.derivatives.keySet())
                .hasSize(2)
                .doesNotContainAnyElementsOf(
                        PATHS.stream().map(path -> path.substring(1)).toList());
        assertThat(second.rendered()).isZero();
        assertThat(second.isDecoded()).isFalse();
        assertThat(calls("get")).as("the header is read").hasSize(1);
        assertThat(renderer.decodings).hasValue(1);
    }

    @Test
    void derive_noOriginal_isEmpty() throws Exception {
        store.originals.clear();

        assertThat(deriveAll()).isEmpty();
        assertThat(store.calls).containsExactly("head " + KEY);
    }

    @Test
    void derive_changedMeanwhile_isRenderedAgainFromTheNewOriginal() throws Exception {
        renderer.rendering = (original, request) -> original;
        beforeChecks(() -> store.originals.put(KEY, CHANGED));

        BatchResult result = deriveAll().orElseThrow();

        assertThat(result.originalEtag()).isEqualTo(MemoryStore.etag(CHANGED));
        assertThat(result.rendered()).isEqualTo(3);
        assertThat(store.derivatives.values()).hasSize(3).allSatisfy(stored -> {
            assertThat(stored.bytes()).isEqualTo(CHANGED);
            assertThat(stored.originalEtag()).isEqualTo(MemoryStore.etag(CHANGED));
        });
    }

    @Test
    void derive_deletedMeanwhile_isEmptyAndLeavesNothing() throws Exception {
        beforeChecks(store.originals::clear);

        assertThat(deriveAll()).isEmpty();
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void derive_changedEachTime_is503AndLeavesNothing() {
        beforeChecks(
                () -> store.originals.put(KEY, CHANGED),
                () -> store.originals.put(KEY, ORIGINAL),
                () -> store.originals.put(KEY, CHANGED));

        assertStatus(503);
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void derive_aFailingPut_is503AfterTheCheck() {
        store.failing.add("put");

        assertStatus(503);
        assertThat(calls("etag")).hasSize(1);
    }

    @Test
    void derive_aBrokenOriginal_hasTheStatusOfTheRenderer() {
        renderer.rendering = (original, request) -> {
            throw new UnrenderableException(UnrenderableException.Reason.BROKEN, "It is cut short.");
        };

        assertStatus(422);
        assertThat(store.derivatives).isEmpty();
    }

    @Test
    void derive_anOriginalOverTheLimit_is413WithoutItsBytes() {
        BatchDeriver small = new BatchDeriver(ConfigReader.read("{\"maxBytes\": 2}"), renderer, log);

        assertThatThrownBy(() -> small.derive(
                        new DerivationBatch(new Key(KEY), store, List.of(derivative(PATHS.getFirst())), List.of())))
                .isInstanceOfSatisfying(
                        DerivationException.class, e -> assertThat(e.status()).isEqualTo(413));
    }

    @Test
    void derive_copies_areStoredFromTheSameDecodingAndChecked() throws Exception {
        renderer.size = new Dimensions(200, 100);
        List<DerivativePlace> copies = Stream.of("small", "large")
                .map(name -> new DerivativePlace(derivative("/368x/jpeg/" + KEY), second, new Key(name + "-" + KEY)))
                .toList();

        BatchResult first = deriveAll(copies).orElseThrow();
        BatchResult again = deriveAll(copies).orElseThrow();

        assertThat(first.rendered()).isEqualTo(4);
        assertThat(renderer.decodings).hasValue(1);
        assertThat(renderer.rendered).as("WebP and JPEG").hasSize(2);
        assertThat(second.derivatives).containsOnlyKeys("small-" + KEY, "large-" + KEY);
        assertThat(second.derivatives.values())
                .allSatisfy(stored -> assertThat(stored.originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL)));
        assertThat(again.rendered()).isZero();
        assertThat(again.found()).isEqualTo(4);
    }

    private void assertStatus(int status) {
        assertThatThrownBy(this::deriveAll)
                .isInstanceOfSatisfying(
                        DerivationException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
