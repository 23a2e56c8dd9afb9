package io.edgepix.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.UnrenderableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortableRendererBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void anOriginal_isRenderedIntoTheBox(String format) throws UnrenderableException, IOException {
        PortableRendererBenchmark benchmark = new PortableRendererBenchmark();
        benchmark.original = format;
        benchmark.prepare();
        byte[] derivative = benchmark.render().getFirst();
        assertThat(ImageIO.read(new ByteArrayInputStream(derivative)).getWidth())
                .isEqualTo(200);
    }
}
