package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import java.io.IOException;
import java.nio.file.Path;
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

/** Every row and column of docs/formats.md, asked of the pair by HTTP. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedFormatsTest {
    private LocalDeploymentFixture pair;
    private FormatsViewer viewer;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        pair = new LocalDeploymentFixture(folder, "{\"avif\": true}");
        viewer = new FormatsViewer(pair, FormatsPage.NATIVE, List.of(Format.values()));
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
        assertThat(viewer.isServed(sample)).isEqualTo(sample.refusal().isEmpty());
    }
}
