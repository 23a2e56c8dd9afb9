package io.edgepix.pregenerate.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.configuration.ConfigException;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.imaging.model.Dimensions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the second place of derivatives. */
class CopiesTest extends WorkerFixture {
    private static final String LAYOUT = """
            {"presets": {"small": "368x", "large": "1440x"}, "pregenerate": {"formats": ["webp"],
             "to": {"bucket": "{bucket}-resized", "key": "%s"}}}""";
    private static final String FOUNDING = LAYOUT.formatted("{preset}-{key}");

    @BeforeEach
    void upload() {
        upload("cat.png", ORIGINAL);
    }

    private void processWith(String config, String body) {
        assertThat(workers(config).messages().process(List.of(message(body)))).isEmpty();
    }

    private MemoryStore copies() {
        return Objects.requireNonNull(others.get(BUCKET + "-resized"));
    }

    @Test
    void process_anUpload_writesTheOriginalsFormatWithTheSameMetadata() {
        processWith(FOUNDING, created("cat.png"));

        assertThat(store.derivatives).containsOnlyKeys("368x/webp/cat.png", "1440x/webp/cat.png");
        assertThat(copies().derivatives).containsOnlyKeys("small-cat.png", "large-cat.png");
        assertThat(copies().derivatives.values()).allSatisfy(copy -> {
            assertThat(copy.contentType()).isEqualTo("image/png");
            assertThat(copy.originalEtag()).isEqualTo(MemoryStore.etag(ORIGINAL));
        });
        assertThat(renderer.decodings).hasValue(1);
    }

    @Test
    void process_aSmallOriginal_hasACopyForEachPreset() {
        renderer.size = new Dimensions(100, 100);

        processWith(FOUNDING, created("cat.png"));

        assertThat(copies().derivatives).containsOnlyKeys("small-cat.png", "large-cat.png");
    }

    @Test
    void process_aMissingCopy_isMadeAgain() {
        processWith(FOUNDING, created("cat.png"));
        copies().derivatives.remove("small-cat.png");

        processWith(FOUNDING, created("cat.png"));

        assertThat(copies().derivatives).containsKey("small-cat.png");
        assertThat(renderer.decodings).hasValue(2);
    }

    @Test
    void process_aFormatInTheKey_copiesEachFormat() {
        processWith(LAYOUT.formatted("{format}/{preset}/{key}"), created("cat.png"));

        assertThat(copies().derivatives).containsOnlyKeys("webp/small/cat.png", "webp/large/cat.png");
    }

    @Test
    void process_aChangedOriginal_replacesTheCopies() {
        processWith(FOUNDING, created("cat.png"));
        upload("cat.png", CHANGED);

        processWith(FOUNDING, created("cat.png"));

        assertThat(copies().derivatives.values())
                .hasSize(2)
                .allSatisfy(copy -> assertThat(copy.originalEtag()).isEqualTo(MemoryStore.etag(CHANGED)));
    }

    @Test
    void process_aRemovedOriginal_deletesTheCopiesOnly() {
        processWith(FOUNDING, created("cat.png"));
        copies().originals.put("large-cat.png", ORIGINAL);
        copies().derivatives.remove("large-cat.png");
        store.originals.clear();

        processWith(FOUNDING, removed("cat.png"));

        assertThat(copies().derivatives).isEmpty();
        assertThat(copies().calls).as("an object without an original's ETag").doesNotContain("delete large-cat.png");
    }

    @Test
    void workers_theBucketOfTheOriginals_isRefused() {
        assertThatThrownBy(() -> workers("{\"pregenerate\": {\"to\": {\"bucket\": \"pictures\"}}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("pregenerate.to.bucket");
    }
}
