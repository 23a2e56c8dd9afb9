package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(90)
final class BrowserTest {
    private static final Path PEER = Path.of("..", "comparison", "peer");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    /** The test acts as the page. Instead of the browser, a script writes the URL to a file and waits. */
    @Test
    void draw_byAPlayedBrowser_handsOverTheOriginalAndTakesThePixels() throws Exception {
        HttpOriginal svg = HttpOriginal.of("a.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
        try (Browser browser = Browser.of(played(), PEER)) {
            CompletableFuture<Browser.Drawing> drawing = draw(browser, svg, 2, 1);
            String page = url();

            assertThat(get(page).body()).contains("getImageData");
            assertThat(get(page + "job").body()).contains("\"id\":1", "\"width\":2", "\"height\":1");
            HttpResponse<String> original = get(page + "original/1");
            assertThat(original.body()).isEqualTo("<svg/>");
            assertThat(original.headers().firstValue("content-type")).contains("image/svg+xml");
            post(page + "pixels/1/2/1/20/10", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

            assertThat(drawing.get().pixels().samples()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(drawing.get().naturalWidth()).isEqualTo(20);
            assertThat(drawing.get().naturalHeight()).isEqualTo(10);
        }
    }

    @Test
    void draw_anUnsupportedPicture_isThePagesError() throws Exception {
        try (Browser browser = Browser.of(played(), PEER)) {
            CompletableFuture<Browser.Drawing> drawing = draw(browser, HttpOriginal.of("a.tif", new byte[] {1}), 0, 0);
            String page = url();
            get(page + "job");
            post(page + "failed/1", "the browser cannot display it".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(drawing::join).hasMessageContaining("the browser cannot display it");
        }
    }

    /** This test is skipped without Chromium. */
    @Test
    void draw_byChromium_showsTheColoursAndRefusesOtherFiles() throws Exception {
        Path chromium = Chromium.find(null, Path.of(System.getProperty("user.home")), System.getenv("PATH"))
                .orElse(null);
        Assumptions.assumeTrue(chromium != null, "expected Chromium on this machine, got none");
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFFC82828);
        image.setRGB(2, 1, 0xFF28AA3C);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);

        try (Browser browser = Browser.of(chromium, PEER)) {
            Browser.Drawing drawing = browser.draw(HttpOriginal.of("a", png.toByteArray()), 0, 0);

            assertThat(drawing.pixels().width()).isEqualTo(3);
            assertThat(drawing.pixels().height()).isEqualTo(2);
            assertThat(drawing.pixels().samples()).startsWith(0xC8, 0x28, 0x28, 0xFF, 0, 0, 0, 0);
            assertThat(drawing.pixels().samples()).endsWith(0x28, 0xAA, 0x3C, 0xFF);
            assertThatThrownBy(() -> browser.draw(HttpOriginal.of("a", new byte[] {'M', 'M', 0, 42}), 0, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the browser cannot display it");
        }
    }

    private Path played() throws IOException {
        Path script = folder.resolve("browser");
        Files.writeString(
                script, "#!/bin/sh\nfor last; do :; done\necho \"$last\" > " + folder + "/address\nexec sleep 60\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String url() throws IOException {
        Path file = folder.resolve("address");
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return Files.readString(file).strip();
    }

    private static CompletableFuture<Browser.Drawing> draw(
            Browser browser, HttpOriginal original, int width, int height) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return browser.draw(original, width, height);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void post(String url, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }
}
