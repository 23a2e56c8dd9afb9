package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that both stacks answer with the same bytes, and with the same headers about them. */
class EqualStacksTest {
    private static final String CONFIG = "{\"avif\":{\"effort\":0}}";
    private static final List<String> SIZES = List.of("100x100", "x64", "400x300&fit=cover", "200x200&fit=pad&q=50");
    private static final List<String> HEADERS = List.of(
            "content-type",
            "content-length",
            "etag",
            "vary",
            "cache-control",
            "access-control-allow-origin",
            "cross-origin-resource-policy",
            "x-content-type-options",
            "content-security-policy");

    @TempDir
    Path folderOfPair;

    @TempDir
    Path regionalFolder;

    private static Map<String, byte[]> pictures() {
        return Map.of(
                "photo.jpg", Pictures.jpeg(900, 600),
                "small.jpg", Pictures.jpeg(60, 40),
                "alpha.png", Pictures.transparentPng(500, 500),
                "noise.png", Pictures.noisePng(300, 200),
                "solid.bmp", Pictures.solidBmp(200, 300, Color.ORANGE),
                "drawing.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><circle r='9'/></svg>"
                                .getBytes(StandardCharsets.UTF_8),
                "text.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void everyPicture_inEverySizeAndFormat_isTheSame() {
        try (LocalDeploymentFixture pair = new LocalDeploymentFixture(StackUnderTest.PAIR, folderOfPair, CONFIG);
                LocalDeploymentFixture regional =
                        new LocalDeploymentFixture(StackUnderTest.REGIONAL, regionalFolder, CONFIG)) {
            pictures().forEach(pair::put);
            pictures().forEach(regional::put);
            for (String key : pictures().keySet()) {
                assertSame(pair, regional, "/" + key);
                for (String size : SIZES) {
                    for (Format format : Format.values()) {
                        assertSame(pair, regional, "/" + key + "?d=" + size + "&f=" + format.token());
                    }
                }
            }
        }
    }

    private static void assertSame(LocalDeploymentFixture pair, LocalDeploymentFixture regional, String path) {
        HttpResponse<byte[]> expected = pair.get(path, "origin", "https://page.example");
        HttpResponse<byte[]> answer = regional.get(path, "origin", "https://page.example");

        assertThat(answer.statusCode()).as(path).isEqualTo(expected.statusCode());
        assertThat(answer.body()).as(path).isEqualTo(expected.body());
        boolean isOriginal = !path.contains("?");
        for (String name : HEADERS) {
            boolean isOfTheFile = isOriginal && (name.equals("etag") || name.equals("cache-control"));
            if (!isOfTheFile) {
                assertThat(header(answer, name)).as(path + ": " + name).isEqualTo(header(expected, name));
            }
        }
    }
}
