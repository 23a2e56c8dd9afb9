package io.edgepix.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final String HTML = """
            <html lang="ja"><title>{{title}}</title><meta name="author" content="A"><meta name="x" content="y">
            <style>@font-face { font-family: Own; src: url(own.ttf) } i { font-family: Own }</style>
            <h1>{{title}}</h1><p>髙橋 <b>bold 太字</b> <i>own</i> <a href="#x">link</a> <img src="a.png"> <img src="b.jpg">
            <p id="x" style="background: url(a.png)">①②③ <a href="https://example.com/">example</a>""";

    @Test
    void sameDocument_hasTheSameBytes_alsoInTwoThreads() throws Exception {
        Callable<byte[]> render = () -> {
            DocumentFixture fixture = fixture();
            fixture.render("<p>another document before, with other characters: 龍虎 xyz");
            return fixture.render(HTML, "{\"title\": \"請求書\"}").pdf();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<byte[]>> documents = threads.invokeAll(List.of(render, render, render));
            byte[] first = fixture().render(HTML, "{\"title\": \"請求書\"}").pdf();

            for (Future<byte[]> document : documents) {
                assertThat(document.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void renderer_isSharedByThreads() throws Exception {
        DocumentFixture fixture = fixture();
        byte[] first = fixture.render(HTML, "{\"title\": \"請求書\"}").pdf();
        Callable<byte[]> render =
                () -> fixture.render(HTML, "{\"title\": \"請求書\"}").pdf();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<byte[]> document : threads.invokeAll(List.of(render, render, render, render))) {
                assertThat(document.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void otherData_hasAnotherIdentifier() throws Exception {
        byte[] one = fixture().render("<p>{{a}}", "{\"a\": 1}").pdf();
        byte[] other = fixture().render("<p>{{a}}", "{\"a\": 2}").pdf();

        assertThat(identifier(one)).matches("<[0-9A-F]{64}>").isNotEqualTo(identifier(other));
    }

    private static String identifier(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int id = text.indexOf("/ID [") + 5;
        return text.substring(id, text.indexOf('>', id) + 1);
    }

    private static DocumentFixture fixture() throws Exception {
        return new DocumentFixture()
                .put("invoices/own.ttf", DocumentFixture.font("noto-sans-700.ttf"))
                .put("invoices/a.png", Originals.png(Paint.corners(40, 40)))
                .put("invoices/b.jpg", Originals.jpeg(Paint.opaque(60, 40, Paint::noise)));
    }
}
