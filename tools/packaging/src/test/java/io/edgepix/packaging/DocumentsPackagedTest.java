package io.edgepix.packaging;

import static io.edgepix.packaging.FunctionFixture.batch;
import static io.edgepix.packaging.FunctionFixture.json;
import static io.edgepix.packaging.FunctionFixture.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Renders documents by the packaged function, and by the program of the container in the same zip. */
@Timeout(300)
class DocumentsPackagedTest {
    private static final String CONFIG = """
            {"documents": {"prefix": "letters/", "maxPages": 2, "container": {"maxPages": 4}}}
            """;

    private static final String TEMPLATE = """
            <!DOCTYPE html><html lang="ja"><style>h1 { font-weight: bold } div { page-break-before: always }</style>
            <h1>{{name}}様</h1><p><i>Café, Łódź, Ελλάδα, Київ</i><p><img src="/seal.png" alt="" width="90">
            {{#pages}}<div>第{{.}}頁</div>{{/pages}}
            """;

    /** Kanji of JIS X 0208, of IBM's extensions, and beyond JIS X 0213. */
    private static final String NAME = "髙橋 﨑山 𠮷田";

    private static final int MEMORY_MEGABYTES = 512;

    @TempDir
    static Path scratch;

    private static FunctionFixture fixture;
    private static ManagedRuntime function;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        fixture = FunctionFixture.open(scratch, CONFIG);
        fixture.upload("seal.png");
        fixture.upload("letter.html", TEMPLATE.getBytes(StandardCharsets.UTF_8));
        Map<String, String> more = new HashMap<>(fixture.credentials());
        more.put("HEAVY_QUEUE_URL", fixture.queue().uri().resolve("/heavy").toString());
        function = fixture.start(
                false, fixture.bucket().endpoint(), fixture.queue().uri(), more);
        function.await("invocation/next", function.started());
    }

    @AfterAll
    static void stop() throws IOException {
        System.out.println("documents: peak memory " + function.peakMegabytes() + " MB");
        function.close();
        fixture.close();
    }

    @Test
    void aDocument_isStoredWithItsTextItsFontsAndItsPicture() throws Exception {
        RuntimeApi.Message answer = function.invoke(batch(message("letters/one.pdf", 1)));

        assertThat(json(answer.body())).as(function.log()).isEqualTo(json("{\"batchItemFailures\": []}"));
        assertThat(function.log()).doesNotContain("WARNING", "SLF4J");
        assertThat(function.peakMegabytes()).isLessThan(MEMORY_MEGABYTES);
        try (PDDocument document = stored("letters/one.pdf")) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).contains(NAME + "様", "Café, Łódź, Ελλάδα, Київ", "第1頁");
            PDResources first = document.getPage(0).getResources();
            for (COSName name : first.getFontNames()) {
                assertThat(first.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(first.getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void aDocumentOverTheLimitsOfTheFunction_isRenderedByTheContainer() throws Exception {
        RuntimeApi.Message answer = function.invoke(batch(message("letters/many.pdf", 3)));

        assertThat(json(answer.body())).as(function.log()).isEqualTo(json("{\"batchItemFailures\": []}"));
        assertThat(fixture.bucket().folder().resolve("letters/many.pdf")).doesNotExist();
        assertThat(fixture.runContainer())
                .contains("STOPPED the queue is empty")
                .doesNotContain("WARNING", "SLF4J");
        try (PDDocument document = stored("letters/many.pdf")) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            assertThat(new PDFTextStripper().getText(document)).contains("第3頁");
        }
    }

    private static String message(String to, int pages) {
        JsonObject data = new JsonObject();
        data.addProperty("name", NAME);
        JsonArray numbers = new JsonArray();
        for (int page = 1; page <= pages; page++) {
            numbers.add(page);
        }
        data.add("pages", numbers);
        JsonObject document = new JsonObject();
        document.addProperty("template", "letter.html");
        document.add("data", data);
        document.addProperty("to", to);
        JsonObject body = new JsonObject();
        body.add("document", document);
        return withBody(to, body.toString(), 1);
    }

    private static PDDocument stored(String key) throws IOException {
        return Loader.loadPDF(Files.readAllBytes(fixture.bucket().folder().resolve(key)));
    }
}
