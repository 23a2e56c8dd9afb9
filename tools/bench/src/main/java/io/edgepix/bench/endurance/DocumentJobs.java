package io.edgepix.bench.endurance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.pregenerate.bulk.SqsMessageSender;
import io.edgepix.pregenerate.job.JobKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Invoices of the example of the documentation, each with its own number, customer and amounts, as jobs of a queue. */
final class DocumentJobs {
    private static final String JOB = "documents-bench";
    private static final String TEMPLATES = "templates";
    private static final int PAGES = 2;
    private static final List<String> FAMILY = List.of("髙橋", "山﨑", "渡邉", "齋藤", "德永", "髙﨑", "桒原", "𠮷田");
    private static final List<String> GIVEN = List.of("美咲", "健太郎", "㐂一", "さくら", "翔太", "凜", "大輔", "遥");

    private final QueueSite site;
    private final List<JsonObject> data;

    private DocumentJobs(QueueSite site, List<JsonObject> data) {
        this.site = site;
        this.data = data;
    }

    /** Copies the template into the bucket, and creates the data of documents. */
    static DocumentJobs prepare(QueueSite site, int count) throws IOException {
        Path example = Path.of(System.getProperty("edgepix.root", "."), "documents", "example");
        Path templates = Files.createDirectory(site.bucket().resolve(TEMPLATES));
        for (String name : List.of("invoice.html", "style.css", "logo.png")) {
            Files.copy(example.resolve(name), templates.resolve(name));
        }
        JsonObject invoice = JsonParser.parseString(Files.readString(example.resolve("invoice.json")))
                .getAsJsonObject();
        List<JsonObject> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(invoice(invoice.deepCopy(), i));
        }
        return new DocumentJobs(site, data);
    }

    private static JsonObject invoice(JsonObject invoice, int number) {
        invoice.addProperty("number", "2026-1130-" + (1000 + number));
        invoice.getAsJsonObject("customer")
                .addProperty(
                        "name",
                        FAMILY.get(number % FAMILY.size()) + " " + GIVEN.get(number / FAMILY.size() % GIVEN.size()));
        JsonArray items = invoice.getAsJsonArray("items");
        for (int i = 0; i < items.size(); i++) {
            items.get(i).getAsJsonObject().addProperty("quantity", Integer.toString(1 + (number + i) % 90));
        }
        return invoice;
    }

    private static String key(int number) {
        return "invoices/" + (1000 + number) + ".pdf";
    }

    /** Enqueues all documents. */
    void send() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            JsonObject document = new JsonObject();
            document.addProperty("template", TEMPLATES + "/invoice.html");
            document.add("data", data.get(i));
            document.addProperty("to", key(i));
            JsonObject message = new JsonObject();
            message.add("document", document);
            message.addProperty("job", JOB);
            message.addProperty("part", i);
            bodies.add(message.toString());
        }
        new SqsMessageSender(site.queues().client(), site.queues().url()).send(bodies);
    }

    /** Returns the number of results. */
    int results() throws IOException {
        Path parts = site.bucket().resolve(JobKeys.results(JOB));
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return (int) files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    /**
     * Checks that each document exists, has two pages and the text of its data, and has one result.
     *
     * @param leastRendered the share of documents whose result must say that they were rendered, and not that they
     *     existed. A worker that is killed after it stored a document leaves the result to the next one
     */
    void requireAll(double leastRendered) throws IOException, InterruptedException {
        int rendered = 0;
        for (int i = 0; i < data.size(); i++) {
            Path result = site.bucket().resolve(JobKeys.result(JOB, i).value());
            JsonObject document = JsonParser.parseString(Files.readString(result))
                    .getAsJsonObject()
                    .getAsJsonObject("document");
            Path pdf = site.bucket().resolve(key(i));
            if (document.get("pages").getAsInt() != PAGES
                    || document.get("bytes").getAsLong() != Files.size(pdf)
                    || !document.get("key").getAsString().equals(key(i))) {
                throw new BenchException(key(i) + ": expected two pages and the size of the file, got " + document);
            }
            rendered += document.get("outcome").getAsString().equals("rendered") ? 1 : 0;
            PdfText.of(pdf).require(data.get(i));
        }
        if (rendered < leastRendered * data.size() || site.deadLetters() > 0) {
            throw new BenchException("expected " + data.size() + " rendered documents and no dead letter, got "
                    + rendered + " and " + site.deadLetters());
        }
    }

    /** Returns the SHA-256 of each document by its key. */
    Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            hashes.put(key(i), sha256(Files.readAllBytes(site.bucket().resolve(key(i)))));
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
