package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import org.junit.jupiter.api.Test;

class ConfiguredEffortTest extends DeriverFixture {
    private static final String CONFIG = """
            {"avif": {"effort": 2}, "maxBytes": 1000, "maxPixels": 2000, "maxFrames": 3,
             "pregenerate": {"mozjpeg": true, "avifEffort": 7,
                             "container": {"maxBytes": 40000, "maxPixels": 50000, "maxFrames": 60}}}""";

    @Test
    void onRequest_isTheEffortOfAvif() {
        assertThat(ConfiguredEffort.onRequest(ConfigReader.defaults())).isEqualTo(Effort.DEFAULT);
        assertThat(ConfiguredEffort.onRequest(ConfigReader.read(CONFIG))).isEqualTo(new Effort(false, 2));
    }

    @Test
    void onRequest_ifNoViewerWaits_isAHigherEffort() {
        assertThat(ConfiguredEffort.onRequest(ConfigReader.read("{\"avif\": {\"first\": \"webp\"}}")))
                .isEqualTo(new Effort(false, 4));
        assertThat(ConfiguredEffort.onRequest(ConfigReader.read("{\"avif\": {\"first\": \"webp\", \"effort\": 1}}")))
                .isEqualTo(new Effort(false, 1));
    }

    @Test
    void inBackground_isTheEffortOfPregeneration() {
        assertThat(ConfiguredEffort.inBackground(ConfigReader.defaults())).isEqualTo(new Effort(false, 6));
        assertThat(ConfiguredEffort.inBackground(ConfigReader.read(CONFIG))).isEqualTo(new Effort(true, 7));
    }

    @Test
    void derive_onRequest_rendersWithThatEffort() throws Exception {
        derive("{\"pregenerate\": {\"mozjpeg\": true}}", PATH);

        assertThat(renderer.rendered).extracting(RenderRequest::effort).containsExactly(Effort.DEFAULT);
    }

    @Test
    void limits_ofTheContainer_allowMoreOfEverything() {
        Config config = ConfigReader.read(CONFIG);

        assertThat(ConfiguredLimits.of(config)).isEqualTo(new Limits(1_000, 2_000, 3, false));
        assertThat(ConfiguredLimits.container(config)).isEqualTo(new Limits(40_000, 50_000, 60, false, 30));
    }
}
