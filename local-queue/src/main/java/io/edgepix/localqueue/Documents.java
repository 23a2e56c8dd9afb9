package io.edgepix.localqueue;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.cli.Root;
import io.edgepix.cli.WholeFile;
import io.edgepix.derivative.Key;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkText;
import io.edgepix.localqueue.bulk.JobKind;
import io.edgepix.localqueue.bulk.QueueEngine;
import io.edgepix.localqueue.document.DataFile;
import io.edgepix.localqueue.document.DocumentPlace;
import io.edgepix.localqueue.document.DocumentSource;
import io.edgepix.localqueue.document.DocumentsJob;
import io.edgepix.localqueue.document.DocumentsReport;
import io.edgepix.localqueue.document.Encoding;
import io.edgepix.localqueue.document.FirstDocument;
import io.edgepix.localqueue.document.KeyPattern;
import io.edgepix.localqueue.document.RequestedDocuments;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code ./dev documents}: renders a document for each row of a file. */
@Command(
        name = "documents",
        description = {
            "Renders a PDF for each row of a file by the queue, and shows the progress.",
            "All rows are checked before anything is sent. If it is stopped, the same command continues, on any machine."
        })
public final class Documents implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Option(
            names = "--template",
            paramLabel = "KEY",
            required = true,
            description = "the key of the template in the bucket, such as templates/invoice.html")
    private @Nullable String template;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "a CSV with the names of the fields in its first line, or JSON Lines with an object on each"
                    + " line; its name ends in .csv, .jsonl or .ndjson")
    private @Nullable Path data;

    @Option(
            names = "--to",
            paramLabel = "PATTERN",
            required = true,
            description = "the keys of the PDFs, with fields of the row in braces: 'invoices/{id}.pdf'")
    private @Nullable String to;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "the encoding of --data, such as Shift_JIS for files of Excel in Japanese (default: UTF-8)")
    private String encoding = Encoding.UTF_8;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "a file for the results, with a line of JSON for each row")
    private @Nullable Path report;

    @Option(
            names = "--force",
            description = "renders documents that exist, too. Use it if only a stylesheet, picture or font has changed")
    private boolean isForced;

    @Option(names = "--notify", description = "also sends each result to the results queue")
    private boolean isNotified;

    @Option(names = "--job", paramLabel = "ID", description = "continues a job, with the request of that job")
    private @Nullable String jobId;

    @Option(
            names = "--dry-run",
            description = "checks all rows, renders the first document on this machine, and sends nothing")
    private boolean dryRun;

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Override
    public Integer call() {
        places.check();
        @Nullable WholeFile reportFile = report == null ? null : new WholeFile(report);
        if (reportFile != null) {
            reportFile.check();
        }
        DocumentsJob documents = documents();
        BulkPlace place = places.place(root, err());
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            return Guarded.call(() -> {
                DocumentPlace known = places.stack()
                        .map(stack -> DocumentPlace.ofStack(place, stack, isNotified))
                        .orElseGet(() -> DocumentPlace.of(place));
                RequestedDocuments requested = new RequestedDocuments(documents, known, objects);
                int count = requested.check();
                if (dryRun) {
                    return trial(documents, known, requested, count);
                }
                Job job = requested.open(jobId);
                try (DocumentSource source = new DocumentSource(documents, objects)) {
                    return new QueueEngine(JobKind.DOCUMENTS, place, objects, out(), err())
                            .run(
                                    job,
                                    source,
                                    results -> new DocumentsReport(documents, results)
                                            .write(job.description().id(), clients, reportFile));
                }
            });
        }
    }

    private DocumentsJob documents() {
        Key key = new Key(Objects.requireNonNull(template));
        refuseIf(
                key.value().isEmpty() || key.value().startsWith("/") || key.hasDotSegment(),
                "--template: expected the key of a template in the bucket, such as templates/invoice.html, got '"
                        + key.value() + "'");
        KeyPattern pattern = KeyPattern.parse(Objects.requireNonNull(to));
        return new DocumentsJob(
                key, DataFile.open(Objects.requireNonNull(data), Encoding.of(encoding)), pattern, isForced, isNotified);
    }

    private int trial(DocumentsJob documents, DocumentPlace place, RequestedDocuments requested, int count) {
        requested.templateEtag();
        out().println(BulkText.counted(count, "document") + " would be sent to "
                + place.place().queueUrls().getFirst());
        out().println("the first one is " + new FirstDocument(documents, place).text());
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
