package io.edgepix.localqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DocumentTest {
    private static final Path EXAMPLE = Path.of("..", "documents", "example");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int document(Object... arguments) {
        CommandLine line = Edgepix.commandLine(new Document());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(
                Stream.concat(Stream.of("document"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void document_ofTheExample_hasTwoPagesAndTheTextOfItsData() throws IOException {
        Path pdf = folder.resolve("請求書.pdf");

        assertThat(document(EXAMPLE.resolve("invoice.html"), EXAMPLE.resolve("invoice.json"), pdf))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).isEqualTo(String.format("%s: 2 pages, %,d bytes%n", pdf, Files.size(pdf)));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("㈱髙﨑商店", "髙橋 美咲", "山﨑 健太郎", "卓上電卓 12桁 税計算機能付き", "¥303,441", "2 / 2 ページ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png",
                "%2e%2e/secret.png",
                "link.png",
                "up/secret.png",
                "/../secret.png",
                "/etc/hostname",
                "file:///etc/hostname",
                "http://localhost/a.png"
            })
    void document_withAFileOutsideOfTheFolder_isRefusedInOneLine(String url) throws IOException {
        Path secret = Files.write(folder.resolve("secret.png"), Pictures.jpeg(10, 10, java.awt.Color.RED));
        Path template = file("site/t.html", "<p>{{name}}</p><img src='" + url + "'>");
        Files.createSymbolicLink(folder.resolve("site/link.png"), secret);
        Files.createSymbolicLink(folder.resolve("site/up"), folder);
        Path pdf = folder.resolve("site/out.pdf");

        assertThat(document(template, file("data.json", "{\"name\": \"x\"}"), pdf))
                .isOne();

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("dev: t.html")
                .contains(url.replaceFirst("^/(?=etc)", ""));
        try (Stream<Path> files = Files.list(folder.resolve("site"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("t.html", "link.png", "up");
        }
    }

    @Test
    void document_ofABucket_usesFilesFromItsRoot() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images/red.jpg"), Pictures.jpeg(10, 10, java.awt.Color.RED));
        Path template = file("templates/t.html", "<p>{{name}}</p><img src='/images/red.jpg'>");
        Path data = file("data.json", "\uFEFF{\"name\": \"x\"}");

        assertThat(document(template, data, folder.resolve("a.pdf"))).isOne();
        assertThat(document("--bucket", folder, template, data, folder.resolve("a.pdf")))
                .isZero();

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(folder.resolve("a.pdf")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.html | data.json | a.pdf     | DIR/none.html: expected a template, got none",
                "t.html    | none.json | a.pdf     | DIR/none.json: expected a file, got none",
                "t.html    | list.json | a.pdf     | DIR/list.json: expected a JSON object, got a list; ./dev documents renders a document for each row",
                "t.html    | t.html    | a.pdf     | DIR/t.html, line 1, column 1: expected a JSON object, got text that is not JSON",
                "t.html    | data.json | .         | DIR/.: expected a file to write, got a folder",
                "t.html    | data.json | no/a.pdf  | cannot write DIR/no/a.pdf: the folder does not exist or is not writable",
            })
    void document_withWrongArguments_namesThem(String template, String data, String pdf, String complaint)
            throws IOException {
        file("t.html", "<p>x");
        file("data.json", "{}");
        file("list.json", "[{}]");

        assertThat(document(folder.resolve(template), folder.resolve(data), folder + "/" + pdf))
                .isOne();

        assertThat(err.toString()).isEqualTo("dev: " + complaint.replace("DIR", folder.toString()) + "\n");
        assertThat(folder.resolve("a.pdf")).doesNotExist();
    }
}
