package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row and column of docs/formats.md, asked of the pair as it runs where there are no native libraries. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // Animated and AVIF derivatives are decoded by native code.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortablyServedFormatsTest {
    private LocalDeploymentFixture pair;
    private FormatsViewer viewer;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Config config = Config.defaults();
        PortableRenderer renderer = new PortableRenderer(ConfiguredLimits.of(config));
        List<Format> formats = new ArrayList<>(List.of(Format.values()));
        formats.retainAll(renderer.writes());
        pair = new LocalDeploymentFixture(folder, new BucketFaults(), (bucket, log) -> {
            return Functions.ofClasses(config, bucket, log, best -> renderer);
        });
        viewer = new FormatsViewer(pair, FormatsPage.PORTABLE, formats);
    }

    @AfterAll
    void stop() {
        pair.close();
    }

    static Stream<Sample> samples() throws IOException {
        return FormatsViewer.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRow_inEveryFormat_isServedAsThePageDescribes(Sample sample) throws IOException {
        viewer.assertIsServedAsThePageDescribes(sample);
    }
}
