package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests that viewers get AVIF of the configured effort. */
@BothStacks
class AvifEffortTest {
    private static final String URL = "/cat.png?d=100x&f=avif";
    private static final byte[] ORIGINAL = Pictures.noisePng(240, 160);

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void anAvif_hasTheConfiguredEffort_andStaysAfterAChange() throws Exception {
        byte[] usual = served("{\"avif\": true}", URL);
        byte[] stored = served("{\"avif\": {\"effort\": 1}}", URL);
        byte[] fast = served("{\"avif\": {\"effort\": 1}}", URL.replace("100", "64"));

        assertThat(usual).isEqualTo(rendered("100x", 3)).isNotEqualTo(rendered("100x", 4));
        assertThat(stored).isEqualTo(usual);
        assertThat(fast).isEqualTo(rendered("64x", 1)).isNotEqualTo(rendered("64x", 3));
    }

    private byte[] served(String config, String url) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, config)) {
            edge.put("cat.png", ORIGINAL);
            HttpResponse<byte[]> answer = edge.get(url);
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static byte[] rendered(String size, int effort) throws Exception {
        RenderRequest request = new RenderRequest(Size.parse(size), Fit.CONTAIN, Format.AVIF, 50, 0xFFFFFF);
        return NativeRenderer.find(new Limits(1_000_000, 1_000_000))
                .orElseThrow()
                .render(ORIGINAL, request.with(new Effort(false, effort)));
    }
}
