package io.edgepix.imaging;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockStatic;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.MockedStatic;

/** Tests that the header of an original is read only once per rendering. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OpenedOnceTest {
    /** The static methods that read headers: class and method. */
    private static final Map<String, String> READERS = Map.ofEntries(
            entry("jpeg.JpegHeader", "read"),
            entry("png.PngHeader", "read"),
            entry("gif.GifFile", "read"),
            entry("webp.WebpFile", "read"),
            entry("exif.TiffDirectory", "of"),
            entry("bmp.DibHeader", "read"),
            entry("bmp.IconHeader", "read"),
            entry("psd.PsdLayout", "read"),
            entry("svg.SvgDocument", "size"),
            entry("avif.AvifItems", "of"));

    private static final List<Renderer> RENDERERS =
            List.of(NativeRenderer.find(Contract.ROOMY).orElseThrow(), new PortableRenderer(Contract.ROOMY));

    private interface Rendering {
        void run() throws Exception;
    }

    /** The number of reads, by reader and bytes. */
    private final Map<String, Integer> reads = new HashMap<>();

    static Stream<Arguments> samples() throws Exception {
        return FormatsPage.samples().values().stream()
                .flatMap(List::stream)
                .filter(sample -> sample.refusal().isEmpty() && sample.part().isEmpty())
                .map(sample -> Arguments.of(sample.name(), sample));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void header_isReadOnce(String name, Sample sample) throws Exception {
        for (Renderer renderer : RENDERERS) {
            List<RenderRequest> requests = new ArrayList<>();
            for (Format format : renderer.writes()) {
                requests.add(new RenderRequest(new Size(16, 16), Fit.CONTAIN, format, 80, 0));
            }
            reads.clear();

            counting(() -> {
                try {
                    renderer.renderAll(sample.bytes(), requests);
                    assertThat(reads).isNotEmpty();
                } catch (UnrenderableException e) {
                    // The portable renderer does not read all kinds.
                    assertThat(e.reason()).isEqualTo(Reason.NOT_A_PICTURE);
                }
            });

            assertThat(reads).allSatisfy((read, count) -> assertThat(count).isEqualTo(1));
        }
    }

    private void counting(Rendering rendering) throws Exception {
        List<MockedStatic<?>> mocked = new ArrayList<>();
        try {
            for (Map.Entry<String, String> reader : READERS.entrySet()) {
                Class<?> type = Class.forName("io.edgepix.imaging." + reader.getKey());
                mocked.add(mockStatic(type, call -> {
                    if (call.getMethod().getName().equals(reader.getValue()) && call.getArgument(0) != null) {
                        reads.merge(reader.getKey() + key(call.getArgument(0)), 1, Integer::sum);
                    }
                    return call.callRealMethod();
                }));
            }
            rendering.run();
        } finally {
            mocked.forEach(MockedStatic::close);
        }
    }

    private static String key(Object read) {
        return " " + (read instanceof byte[] bytes ? bytes.length + " " + Arrays.hashCode(bytes) : read);
    }
}
