package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpOriginalTest {
    @Test
    void svg_isRecognisedByItsBytes() {
        HttpOriginal svg = HttpOriginal.of("drawing", ascii("<?xml version='1.0'?>\n<!-- a --><svg xmlns='x'/>"));

        assertThat(svg.vector()).isTrue();
        assertThat(svg.headers()).containsExactlyEntriesOf(Map.of("content-type", "image/svg+xml"));
    }

    @Test
    void compressedSvg_isRecognisedByItsNameAndUnpackedByTheBrowser() {
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0};

        assertThat(HttpOriginal.of("a.SVGZ", gzip).headers()).containsEntry("content-encoding", "gzip");
        assertThat(HttpOriginal.of("a.gz", gzip).vector()).isFalse();
    }

    @Test
    void pixels_haveNoContentType() {
        assertThat(HttpOriginal.of("a.svg", ascii("\u0089PNG with the text <svg"))
                        .headers())
                .isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
