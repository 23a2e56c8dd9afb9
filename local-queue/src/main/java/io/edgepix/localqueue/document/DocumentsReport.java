package io.edgepix.localqueue.document;

import com.google.gson.JsonObject;
import io.edgepix.cli.CommandException;
import io.edgepix.cli.WholeFile;
import io.edgepix.localqueue.bulk.BulkClients;
import io.edgepix.pregenerate.bulk.JobResults;
import io.edgepix.pregenerate.job.DocumentOutcome;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.job.JobKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** The report of a job of documents: a line of JSON for each row, in the order of the rows. */
public final class DocumentsReport {
    private static final String MISSING = "missing";

    private final DocumentsJob documents;
    private final JobResults results;

    /** Creates the report of a job. */
    public DocumentsReport(DocumentsJob documents, JobResults results) {
        this.documents = documents;
        this.results = results;
    }

    /**
     * Writes the report into the folder of the job, and into a file.
     *
     * @param file the file; null for none
     * @throws CommandException if it cannot be written
     */
    public void write(String job, BulkClients clients, @Nullable WholeFile file) {
        if (file != null) {
            file.write(this::lines);
        }
        try {
            Path copy = Files.createTempFile("edgepix", ".jsonl");
            try {
                new WholeFile(copy).write(this::lines);
                clients.s3()
                        .putObject(
                                put -> put.bucket(clients.bucket())
                                        .key(JobKeys.report(job).value())
                                        .contentType("application/jsonl"),
                                RequestBody.fromFile(copy));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(OutputStream out) throws IOException {
        try (DataRows rows = documents.data().rows()) {
            for (DataRow row = rows.next(); row != null; row = rows.next()) {
                out.write((line(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String line(DataRow row) {
        JsonObject line = new JsonObject();
        line.addProperty("row", row.number());
        line.addProperty("key", documents.key(row));
        Optional<DocumentResult> result = results.document(row.number() - 1);
        result.filter(done -> done.outcome() != DocumentOutcome.FAILED).ifPresent(done -> {
            line.addProperty("pages", done.pages());
            line.addProperty("bytes", done.bytes());
        });
        line.addProperty(
                "outcome",
                result.map(known -> known.outcome().name().toLowerCase(Locale.ROOT))
                        .orElse(MISSING));
        result.map(DocumentResult::reason).ifPresent(reason -> line.addProperty("reason", reason));
        return line.toString();
    }
}
