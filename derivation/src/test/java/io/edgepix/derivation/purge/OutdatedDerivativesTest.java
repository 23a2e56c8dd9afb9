package io.edgepix.derivation.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the search for derivatives of former originals. */
class OutdatedDerivativesTest {
    private static final Key ORIGINAL = new Key("a/cat.jpg");

    private final MemoryStore store = new MemoryStore();
    private final OutdatedDerivatives outdated = new OutdatedDerivatives(store);

    @BeforeEach
    void fill() {
        store("200x200-cover/webp/a/cat.jpg", "\"old\"");
        store("x300/avif/a/cat.jpg", "\"old\"");
        store("200x200-cover/jpeg/a/cat.jpg", "\"new\"");
        store("200x200-cover/webp/a/dog.jpg", "\"old\"");
        store("~stored/x300/avif/a/cat.jpg", "\"old\"");
        store("~stored/x400/avif/a/cat.jpg", "\"new\"");
        store.originals.put("400x/webp/a/cat.jpg", new byte[1]);
        store.originals.put("4x4-cars/webp/a/cat.jpg", new byte[1]);
    }

    private void store(String key, String etag) {
        store.derivatives.put(key, new PutRequest(new byte[1], "image/webp", "c", Optional.empty(), etag, "t", false));
    }

    @Test
    void find_aChangedOriginal_hasOnlyDerivativesOfOtherVersions() throws StoreException {
        assertThat(outdated.find(ORIGINAL, Optional.of("\"new\"")))
                .containsExactlyInAnyOrder(
                        new Key("200x200-cover/webp/a/cat.jpg"),
                        new Key("x300/avif/a/cat.jpg"),
                        new Key("~stored/x300/avif/a/cat.jpg"));
    }

    @Test
    void find_anOriginalThatIsGone_hasAllDerivativesAndNoOtherObject() throws StoreException {
        assertThat(outdated.find(ORIGINAL, Optional.empty()))
                .hasSize(5)
                .noneMatch(key -> key.value().startsWith("4"));
    }

    @Test
    void find_twoOriginals_listsTheFoldersOnce() throws StoreException {
        outdated.find(ORIGINAL, Optional.empty());
        outdated.find(new Key("a/dog.jpg"), Optional.empty());

        assertThat(store.calls.stream().filter(call -> call.startsWith("list ")))
                .hasSize(11);
    }

    @Test
    void remove_someKeys_leavesTheOthers() throws StoreException {
        outdated.remove(List.of(new Key("x300/avif/a/cat.jpg")));

        assertThat(store.derivatives).hasSize(5).doesNotContainKey("x300/avif/a/cat.jpg");
    }
}
