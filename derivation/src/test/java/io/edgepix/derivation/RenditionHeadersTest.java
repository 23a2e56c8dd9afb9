package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.Dimensions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionHeadersTest extends DeriverFixture {
    private static final String TIMED = "{\"serverTiming\":true}";

    @ParameterizedTest
    @CsvSource({
        "cat.jpg, webp, 'Accept, User-Agent'",
        "cat.jpg, jpeg, 'Accept, User-Agent'",
        "cat.jpg, png,",
        "cat.png, png, 'Accept, User-Agent'",
        "cat.PNG, jpeg,",
    })
    void of_aFormat_variesByTheHeadersThatMayHaveLedToIt(String key, String format, String vary) throws Exception {
        store.originals.put(key, ORIGINAL);
        String path = "200x200/" + format + "/" + key;

        assertThat(headers("{}", "/" + path).get("Vary")).isEqualTo(vary);
        assertThat(stored(path).vary()).isEqualTo(Optional.ofNullable(vary));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"dpr\":true', Sec-CH-DPR",
        "'\"width\":\"368x\"', Sec-CH-Width",
        "'\"saveData\":50', Save-Data",
        "'\"dpr\":true,\"width\":\"368x\",\"saveData\":50', 'Sec-CH-DPR, Sec-CH-Width, Save-Data'",
    })
    void of_hintsThatCount_variesByThemToo(String hints, String vary) throws Exception {
        assertThat(headers("{\"clientHints\":{" + hints + "}}", PATH))
                .containsEntry("Vary", "Accept, User-Agent, " + vary);
    }

    @Test
    void of_aTimedRequest_hasTheTimeOfEachPhase() throws Exception {
        tickNanos = 12_340_000;

        // The original is read once, and its ETag a second time.
        assertThat(headers(TIMED, PATH))
                .containsEntry("Server-Timing", "fetch;dur=24.7, render;dur=12.3, store;dur=12.3");
        assertThat(headers("{}", PATH)).as("by default").doesNotContainKey("Server-Timing");
    }

    @Test
    void of_aTimedRequestForAStoredCanonicalOne_hasOnlyThePhasesThatTookPlace() throws Exception {
        renderer.size = new Dimensions(100, 100);
        derive("/100x100/webp/" + KEY);
        tickNanos = 1_050_000;

        assertThat(headers(TIMED, PATH)).containsEntry("Server-Timing", "fetch;dur=3.2");
    }

    @Test
    void of_aCanonicalOneThatIsStored_areThoseOfTheOneThatWasRendered() throws Exception {
        renderer.size = new Dimensions(800, 600);

        assertThat(headers("{}", "/4096x4096/webp/" + KEY))
                .containsOnlyKeys("Content-Type", "Cache-Control", "ETag", "Last-Modified", "Vary", CacheTag.HEADER)
                .isEqualTo(headers("{}", "/800x600/webp/" + KEY));
    }
}
