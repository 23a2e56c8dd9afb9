package io.edgepix.localqueue;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.cli.AwsCli;
import io.edgepix.cli.ConfigFile;
import io.edgepix.cli.Root;
import io.edgepix.localqueue.bulk.BatchEngine;
import io.edgepix.localqueue.bulk.BatchTarget;
import io.edgepix.localqueue.bulk.BulkConfig;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkPlaces;
import io.edgepix.localqueue.bulk.BulkText;
import io.edgepix.localqueue.bulk.JobKind;
import io.edgepix.localqueue.bulk.QueueEngine;
import io.edgepix.localqueue.bulk.RequestedJob;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.SourceKey;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code ./dev bulk}: renders the derivatives of all originals in a bucket. */
@Command(
        name = "bulk",
        description = {
            "Renders the derivatives of all originals in a bucket by the queue, and shows the progress.",
            "If it is stopped, the same command continues, on any machine: its state is in the bucket."
        })
public final class Bulk implements Callable<Integer> {
    private static final String QUEUE = JobRequest.QUEUE;
    private static final String S3_BATCH = "s3-batch";
    private static final Duration BATCH_PAUSE = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Option(names = "--prefix", paramLabel = "PREFIX", description = "only originals whose keys begin with it")
    private String prefix = "";

    @Option(
            names = "--sizes",
            paramLabel = "SIZE",
            split = ",",
            description = "presets or sizes (default: those of the configuration)")
    private List<String> sizes = List.of();

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "webp, jpeg, png, gif, avif or original (default: those of the configuration)")
    private List<String> formats = List.of();

    @Option(
            names = "--missing-only",
            description = "only originals without a wanted derivative, or changed since; the listings tell, without a"
                    + " request for each original. Small originals always count as such")
    private boolean missingOnly;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "queue, or s3-batch for a job of S3 Batch Operations, which requires --stack (default: queue)")
    private String engine = QUEUE;

    @Option(
            names = "--inventory",
            paramLabel = "MANIFEST",
            description = "manifest.json of an S3 Inventory in CSV or Parquet, a file or s3://BUCKET/KEY, instead of"
                    + " listing the bucket")
    private String inventory = "";

    @Option(names = "--job", paramLabel = "ID", description = "continues a job, with the request of that job")
    private @Nullable String jobId;

    @Option(names = "--dry-run", description = "prints what would be sent or run, and changes nothing")
    private boolean dryRun;

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        check();
        if (engine.equals(S3_BATCH)) {
            return batch(BatchTarget.ofStack(places.stack().orElseThrow()));
        }
        BulkPlace place = places.place(root, err());
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            return Guarded.call(() -> queue(place, objects));
        }
    }

    private int queue(BulkPlace place, JobBucket objects) {
        RequestedJob requested = new RequestedJob(place, objects, configFile, request(), jobId);
        refuseIf(
                places.isRun() && isOther(place),
                "--config: expected the configuration of the run, got another one; end ./dev run and start it with this"
                        + " --config");
        requested.checkPrefix();
        if (dryRun) {
            return count(requested.source(), place.queueUrls().getFirst());
        }
        Job job = requested.open();
        return new QueueEngine(JobKind.ORIGINALS, place, objects, out(), err())
                .run(job, requested.source(job), QueueEngine.End.NOTHING);
    }

    private int batch(BatchTarget target) {
        BatchEngine batches = new BatchEngine(target, AwsCli::run, out(), err(), BATCH_PAUSE);
        if (dryRun) {
            configFile.named(() -> BulkConfig.read(configFile.text().orElse("{}"), sizes, formats));
            batches.dryRun(request());
            return 0;
        }
        BulkPlace place = BulkPlaces.onAws(target.bucket(), target.region(), List.of(), err());
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            return Guarded.call(() -> {
                RequestedJob requested = new RequestedJob(place, objects, configFile, request(), jobId);
                requested.checkPrefix();
                Job job = requested.open();
                return batches.run(job, requested.source(job));
            });
        }
    }

    private JobRequest request() {
        return new JobRequest(prefix, sizes, formats, missingOnly, inventory, engine, "");
    }

    private boolean isOther(BulkPlace place) {
        return configFile
                .text()
                .filter(text -> !BulkConfig.isSame(text, place.configuration()))
                .isPresent();
    }

    private int count(KeySource source, String url) {
        long originals = 0;
        for (Iterator<SourceKey> keys = source.after(""); keys.hasNext(); keys.next()) {
            originals++;
        }
        long messages = (originals + Job.KEYS_PER_PART - 1) / Job.KEYS_PER_PART;
        out().println(BulkText.counted(originals, "original") + " would be sent in "
                + BulkText.counted(messages, "message") + " to " + url);
        return 0;
    }

    private void check() {
        refuseIf(
                !engine.equals(QUEUE) && !engine.equals(S3_BATCH),
                "--engine: expected queue or s3-batch, got " + engine);
        refuseIf(
                isEmpty("--sizes", sizes),
                "--sizes: expected presets or sizes with commas between them, got an empty one");
        refuseIf(
                isEmpty("--formats", formats),
                "--formats: expected formats with commas between them, got an empty one");
        places.check();
        refuseIf(
                missingOnly && !inventory.isEmpty(),
                "--missing-only and --inventory cannot be combined: an inventory has no order by which its keys can be"
                        + " compared; workers leave out what is current");
        refuseIf(
                engine.equals(S3_BATCH) && places.stack().isEmpty(),
                "--engine s3-batch requires --stack, which has the function and the role");
    }

    private boolean isEmpty(String option, List<String> values) {
        return spec.commandLine().getParseResult().hasMatchedOption(option)
                && (values.isEmpty() || values.stream().anyMatch(String::isBlank));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
