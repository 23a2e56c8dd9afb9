package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.formats.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every row and column of docs/formats.md with the answers of one deployment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormatsFixture {
    private FormatsViewer viewer;

    /** Starts the deployment. */
    abstract FormatsViewer viewer(Path folder) throws IOException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        viewer = viewer(folder);
    }

    @AfterAll
    void stop() {
        viewer.close();
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
