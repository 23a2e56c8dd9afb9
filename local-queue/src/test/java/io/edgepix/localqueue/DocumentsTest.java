package io.edgepix.localqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cli.Edgepix;
import io.edgepix.derivative.Key;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkPlaces;
import io.edgepix.localqueue.document.DataFile;
import io.edgepix.localqueue.document.DocumentPlace;
import io.edgepix.localqueue.document.DocumentSource;
import io.edgepix.localqueue.document.DocumentsJob;
import io.edgepix.localqueue.document.Encoding;
import io.edgepix.localqueue.document.KeyPattern;
import io.edgepix.localqueue.document.RequestedDocuments;
import io.edgepix.localqueue.sqs.QueueSettings;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.JobBucket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against a run on this machine, whose worker renders the documents. */
class DocumentsTest {
    private static final Path EXAMPLE = Path.of("..", "documents", "example");
    private static final String CONFIG = "{\"documents\": {\"prefix\": \"invoices/\"}}";
    private static final String TEMPLATE = "templates/receipt.html";

    @TempDir
    static Path bucket;

    private static PregenerationFixture fixture;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        fixture = new PregenerationFixture(bucket, CONFIG, QueueSettings.defaults());
        for (String name : List.of("receipt.html", "style.css", "logo.png")) {
            fixture.write("templates/" + name, Files.readAllBytes(EXAMPLE.resolve(name)));
        }
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private int run(Object command, String... arguments) {
        CommandLine line = Edgepix.commandLine(command);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int documents(Path data, String to, String... more) {
        return run(
                new Documents(),
                Stream.concat(
                                Stream.of(
                                        "documents",
                                        "--bucket",
                                        bucket.toString(),
                                        "--template",
                                        TEMPLATE,
                                        "--data",
                                        data.toString(),
                                        "--to",
                                        to),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String people() throws IOException {
        return Files.readString(EXAMPLE.resolve("people.csv"));
    }

    private static List<JsonObject> lines(Path report) throws IOException {
        return Files.readAllLines(report).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static String text(String key) throws IOException {
        try (PDDocument document = Loader.loadPDF(bucket.resolve(key).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void documents_oneOfWhichFails_areReportedInTheOrderOfTheRows() throws IOException {
        String wrong = "1006,今日,名前 \uD83D\uDE00,000-0000,住所,1,1,品代\n";
        Path data = Files.writeString(folder.resolve("people.csv"), people() + wrong);
        Path report = folder.resolve("report.jsonl");

        assertThat(documents(data, "invoices/a/{id}.pdf", "--report", report.toString()))
                .as(err.toString())
                .isOne();

        assertThat(out.toString())
                .contains(": 5 of 6 documents are done: 5 were rendered, 0 existed, 5 pages, ")
                .contains("1 failed (1 ", "\n  invoices/a/1006.pdf: ", "U+1F600", "after a fix, run the command again");
        assertThat(text("invoices/a/1001.pdf")).contains("髙橋 美咲 様");
        assertThat(text("invoices/a/1004.pdf")).contains("齋藤 㐂一 様");
        List<JsonObject> lines = lines(report);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1).toString())
                .isEqualTo("{\"row\":2,\"key\":\"invoices/a/1002.pdf\",\"pages\":1,\"bytes\":"
                        + Files.size(bucket.resolve("invoices/a/1002.pdf")) + ",\"outcome\":\"rendered\"}");
        assertThat(lines.get(5).get("outcome").getAsString()).isEqualTo("failed");
        assertThat(lines.get(5).get("reason").getAsString()).contains("U+1F600");
        String job = out.toString().replaceAll("(?s)^job (\\S+):.*", "$1");
        assertThat(bucket.resolve(".edgepix/jobs/" + job + "/results.jsonl")).hasSameTextualContentAs(report);

        Files.writeString(data, people() + wrong.replace("\uD83D\uDE00", "﨑"));
        assertThat(documents(data, "invoices/a/{id}.pdf")).as(err.toString()).isZero();

        assertThat(out.toString()).contains(": 6 of 6 documents are done: 1 was rendered, 5 existed, 6 pages, ");
        assertThat(run(new Bulk(), "bulk", "--bucket", bucket.toString(), "--job", job))
                .isOne();
        assertThat(err.toString())
                .contains("--job " + job + ": expected a job of ./dev bulk, got one of ./dev documents");
    }

    @Test
    void documents_afterARunThatEndedBeforeItsMessagesWereSent_areContinued() throws IOException {
        Path data = Files.write(
                folder.resolve("people.csv"),
                ("id,date,customer.name,customer.postcode,"
                                + "customer.address,amount,tax,purpose\n1,今日,髙橋 﨑子,0,札幌,1,1,㈱①\n")
                        .getBytes(Charset.forName("windows-31j")));
        String to = "invoices/b/{customer.name}.pdf";
        BulkPlace place = BulkPlaces.ofRun(bucket, null);
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            DocumentsJob documents = new DocumentsJob(
                    new Key(TEMPLATE),
                    DataFile.open(data, Encoding.of("Shift_JIS")),
                    KeyPattern.parse(to),
                    false,
                    false);
            try (DocumentSource source = new DocumentSource(documents, objects)) {
                assertThatThrownBy(() -> new RequestedDocuments(documents, DocumentPlace.of(place), objects)
                                .open(null)
                                .send(
                                        source,
                                        bodies -> {
                                            if (!bodies.isEmpty()) {
                                                throw new BulkException("killed");
                                            }
                                        },
                                        _ -> {}))
                        .hasMessage("killed");
            }
        }

        assertThat(documents(data, to, "--encoding", "Shift_JIS"))
                .as(err.toString())
                .isZero();

        assertThat(err.toString()).contains(" continues after 0 documents");
        assertThat(out.toString()).contains(": 1 of 1 document is done: 1 was rendered, 0 existed, 1 page, ");
        assertThat(text("invoices/b/髙橋 﨑子.pdf")).contains("髙橋 﨑子 様", "㈱①");
    }

    @Test
    void documents_dryRun_rendersTheFirstOneAndSendsNothing() {
        assertThat(documents(EXAMPLE.resolve("people.csv"), "invoices/c/{id}.pdf", "--dry-run"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("5 documents would be sent to " + fixture.queues().url())
                .containsPattern("the first one is invoices/c/1001.pdf: 1 page, [\\d,]+ bytes");
        assertThat(bucket.resolve("invoices/c")).doesNotExist();
    }

    @Test
    void documents_withWrongArguments_nameThemAndStartNoJob() throws IOException {
        Path data = EXAMPLE.resolve("people.csv");
        assertThat(documents(data, "other/{id}.pdf")).isOne();
        assertThat(documents(data, "invoices/{ID}.pdf")).isOne();
        assertThat(documents(data, "invoices/{id}.pdf", "--report", folder.toString()))
                .isOne();
        assertThat(run(
                        new Documents(),
                        "documents",
                        "--bucket",
                        bucket.toString(),
                        "--template",
                        "templates/none.html",
                        "--data",
                        data.toString(),
                        "--to",
                        "invoices/{id}.pdf"))
                .isOne();

        assertThat(err.toString().lines())
                .containsExactly(
                        "dev: " + data + ", row 1 (line 2): --to: expected a key that begins with documents.prefix,"
                                + " invoices/, got other/1001.pdf",
                        "dev: " + data
                                + ", row 1 (line 2): --to: expected a field of the row, got {ID}; the fields are id,"
                                + " date, customer.name, customer.postcode, customer.address, amount, tax, purpose",
                        "dev: " + folder + ": expected a file to write, got a folder",
                        "dev: --template templates/none.html: expected the key of a template in " + bucket
                                + ", got none; put the template and its files there");
    }
}
