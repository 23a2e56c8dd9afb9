package io.edgepix.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParser;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** A bucket in memory, and documents rendered from it. */
final class DocumentFixture {
    static final String TEMPLATE = "invoices/t.html";
    private static final Limits PICTURES = new Limits(10_000_000, 1_000_000);

    private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    private final List<String> read = new ArrayList<>();
    private final DocumentRenderer renderer;

    DocumentFixture() {
        this(new DocumentLimits(20, 3_000_000, 30));
    }

    DocumentFixture(DocumentLimits limits) {
        renderer = new DocumentRenderer(limits, new PortableRenderer(PICTURES));
    }

    /** Returns the bytes of a font of the class path. */
    static byte[] font(String name) throws IOException {
        try (InputStream in = DocumentRenderer.class.getResourceAsStream("fonts/" + name)) {
            return in.readAllBytes();
        }
    }

    DocumentFixture put(String key, byte[] file) {
        bucket.put(key, file);
        return this;
    }

    DocumentFixture put(String key, String text) {
        return put(key, text.getBytes(UTF_8));
    }

    /** Returns the keys that were read. */
    List<String> read() {
        return List.copyOf(read);
    }

    RenderedDocument render(String html) throws DocumentException {
        return render(html, "{}");
    }

    RenderedDocument render(String html, String json) throws DocumentException {
        put(TEMPLATE, html);
        return renderer.render(
                new DocumentRequest(
                        new Key(TEMPLATE), JsonParser.parseString(json).getAsJsonObject()),
                this::read);
    }

    private synchronized byte[] read(Key key, int maxBytes) throws StoreException {
        read.add(key.value());
        byte[] file = bucket.get(key.value());
        if (file == null) {
            throw new StoreException(
                    key.value().endsWith(".down") ? StoreException.Reason.FAILED : StoreException.Reason.MISSING,
                    "the bucket is away",
                    null);
        }
        if (file.length > maxBytes) {
            throw new StoreException(StoreException.Reason.TOO_LARGE, "too large", null);
        }
        return file;
    }

    String text(String html, String json) throws Exception {
        return text(render(html, json));
    }

    static String text(RenderedDocument document) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
            return new PDFTextStripper().getText(pdf).replace("\r\n", "\n").strip();
        }
    }

    static void look(RenderedDocument document, ThrowingConsumer<PDDocument> check) throws Throwable {
        try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
            check.accept(pdf);
        }
    }
}
