package io.edgepix.regional;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.snapshot.PrimingPictures;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the events that are answered before a snapshot. */
class AnswerPrimingTest {
    private static final Limits LIMITS = new Limits(1 << 20, 1 << 20);

    private final List<String> log = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sizes\": {\"list\": [\"100x100\"]}}",
                "{\"sizes\": {\"open\": 100}, \"presets\": {}}",
                "{\"signing\": {\"keys\": [\"0123456789abcdef0123456789abcdef\"]}}"
            })
    void run_withNativeLibraries_answersEveryOriginalInEveryFormat(String config) throws Exception {
        Renderer renderer = NativeRenderer.find(LIMITS).orElseThrow();

        int stored = new AnswerPriming(ConfigReader.read(config), renderer, log::add).run(2);

        assertThat(stored).isEqualTo(2 * 2 * PrimingPictures.all(renderer).size());
        assertThat(log).isEmpty();
    }

    @Test
    void run_portably_namesWhatItCannotRenderOnce() throws Exception {
        new AnswerPriming(ConfigReader.defaults(), new PortableRenderer(LIMITS), log::add).run(2);

        assertThat(log)
                .containsExactly(
                        "edgepix: priming: cannot render /200x200/webp/drawing.svg",
                        "edgepix: priming: cannot render /200x200/png/drawing.svg");
    }
}
