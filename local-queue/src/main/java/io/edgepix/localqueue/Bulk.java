package io.edgepix.localqueue;

import io.edgepix.cli.AwsCli;
import io.edgepix.cli.CommandException;
import io.edgepix.cli.ConfigFile;
import io.edgepix.cli.Root;
import io.edgepix.configuration.Config;
import io.edgepix.localqueue.bulk.BatchEngine;
import io.edgepix.localqueue.bulk.BatchTarget;
import io.edgepix.localqueue.bulk.BulkConfig;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkPlaces;
import io.edgepix.localqueue.bulk.BulkText;
import io.edgepix.localqueue.bulk.QueueEngine;
import io.edgepix.localqueue.inventory.InventorySource;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.ListingSource;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.listing.ConfiguredFolders;
import io.edgepix.pregenerate.listing.ListingException;
import io.edgepix.pregenerate.listing.OriginalKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import software.amazon.awssdk.core.exception.SdkException;

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

    @Option(
            names = "--bucket",
            paramLabel = "BUCKET",
            description = "the folder of a running ./dev run --pregenerate (default: its default); with --region, a"
                    + " bucket on AWS")
    private @Nullable String bucket;

    @Option(names = "--region", paramLabel = "REGION", description = "the Region of --bucket; requires --queue-url")
    private @Nullable String region;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "a stack of ./dev deploy --with-pregenerate, instead of --bucket")
    private @Nullable String stack;

    @Option(
            names = "--queue-url",
            paramLabel = "URL",
            description = "the queue of the function (default: that of the stack or of the run)")
    private @Nullable String queueUrl;

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
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        check();
        if (engine.equals(S3_BATCH)) {
            return batch(BatchTarget.ofStack(String.valueOf(stack)));
        }
        BulkPlace place = place();
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            return guarded(() -> queue(place, objects));
        }
    }

    private int queue(BulkPlace place, JobBucket objects) {
        Config config = config(place, sizes, formats);
        refuse(
                stack == null && region == null && isOther(place),
                "--config: expected the configuration of the run, got another one; end ./dev run and start it with this"
                        + " --config");
        checkPrefix(place, objects, config);
        if (dryRun) {
            return count(
                    source(place, objects, config, request(config)),
                    place.queueUrls().getFirst());
        }
        Jobs jobs = new Jobs(objects);
        Job job = job(jobs, request(config));
        return new QueueEngine(place, objects, out(), err()).run(job, source(place, objects, job));
    }

    private int batch(BatchTarget target) {
        BatchEngine batches = new BatchEngine(target, AwsCli::run, out(), err(), BATCH_PAUSE);
        if (dryRun) {
            batches.dryRun(request(BulkConfig.read(configFile.text().orElse("{}"), sizes, formats)));
            return 0;
        }
        BulkPlace place = BulkPlaces.onAws(target.bucket(), target.region(), List.of(), err());
        try (var clients = place.clients()) {
            JobBucket objects = clients.objects();
            return guarded(() -> {
                Config config = config(place, sizes, formats);
                checkPrefix(place, objects, config);
                Job job = job(new Jobs(objects), request(config));
                return batches.run(
                        job, source(place, objects, config, job.description().request()));
            });
        }
    }

    private static int guarded(Callable<Integer> something) {
        try {
            return something.call();
        } catch (BulkException | ListingException | SdkException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private BulkPlace place() {
        if (stack != null) {
            return BulkPlaces.ofStack(stack, queueUrl, err());
        }
        if (region != null) {
            return BulkPlaces.onAws(String.valueOf(bucket), region, List.of(String.valueOf(queueUrl)), err());
        }
        return BulkPlaces.ofRun(bucket == null ? root.folder().resolve("target/bucket") : Path.of(bucket), queueUrl);
    }

    private Config config(BulkPlace place, List<String> wantedSizes, List<String> wantedFormats) {
        String text = configFile.text().orElse(place.configuration());
        return configFile.named(() -> BulkConfig.read(text, wantedSizes, wantedFormats));
    }

    private boolean isOther(BulkPlace place) {
        return configFile
                .text()
                .filter(text -> !BulkConfig.isSame(text, place.configuration()))
                .isPresent();
    }

    /** Refuses a prefix with which no original begins, so that no job starts. */
    private void checkPrefix(BulkPlace place, JobBucket objects, Config config) {
        if (!prefix.isEmpty() && inventory.isEmpty() && jobId == null) {
            JobRequest all = new JobRequest(prefix, sizes, formats, false, "", engine, "");
            refuse(
                    !source(place, objects, config, all).after("").hasNext(),
                    "--prefix " + prefix + ": no original in the bucket begins with it");
        }
    }

    private JobRequest request(Config config) {
        return new JobRequest(
                prefix, sizes, formats, missingOnly, inventory, engine, new ConfiguredFolders(config).text());
    }

    private Job job(Jobs jobs, JobRequest request) {
        if (jobId == null) {
            return jobs.unfinished(request).orElseGet(() -> jobs.start(request, Instant.now()));
        }
        Job job = jobs.open(jobId);
        JobRequest asked = job.description().request();
        refuse(
                !asked.engine().equals(engine),
                "--job " + jobId + ": expected --engine " + asked.engine() + ", as in that job, got " + engine);
        if (!request.options().isEmpty() && !request.options().equals(asked.options())) {
            throw new CommandException("--job " + jobId + ": expected the request of that job ("
                    + String.join(" ", asked.options()) + "), got " + String.join(" ", request.options())
                    + "; without --job, this is a new job");
        }
        return job;
    }

    /** Returns the originals of a job. The configuration has to be the one with which it started. */
    private KeySource source(BulkPlace place, JobBucket objects, Job job) {
        JobRequest asked = job.description().request();
        Config config = config(place, asked.sizes(), asked.formats());
        String wanted = new ConfiguredFolders(config).text();
        refuse(
                !wanted.equals(asked.wanted()),
                "job " + job.description().id() + ": expected the configuration with which it started, whose"
                        + " derivatives are " + asked.wanted() + ", got one with " + wanted);
        return source(place, objects, config, asked);
    }

    private static KeySource source(BulkPlace place, JobBucket objects, Config config, JobRequest request) {
        OriginalKeys keys = OriginalKeys.of(request.prefix(), config.pregeneration());
        ConfiguredFolders wanted = new ConfiguredFolders(config);
        return request.inventory().isEmpty()
                ? new ListingSource(objects, keys, wanted, request.missingOnly())
                : InventorySource.open(
                        request.inventory(),
                        place.clients().s3(),
                        place.clients().bucket(),
                        keys,
                        wanted);
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
        refuse(
                !engine.equals(QUEUE) && !engine.equals(S3_BATCH),
                "--engine: expected queue or s3-batch, got " + engine);
        refuse(
                isEmpty("--sizes", sizes),
                "--sizes: expected presets or sizes with commas between them, got an empty one");
        refuse(isEmpty("--formats", formats), "--formats: expected formats with commas between them, got an empty one");
        refuse(stack != null && (bucket != null || region != null), "--stack and --bucket cannot be combined");
        refuse(region != null && bucket == null, "--region requires --bucket");
        refuse(
                region != null && !region.matches("[a-z]{2}(-[a-z]+)+-[0-9]"),
                "--region: expected a Region such as eu-central-1, got '" + region + "'");
        refuse(region != null && queueUrl == null, "--region requires --queue-url; --stack finds the queue by itself");
        refuse(
                missingOnly && !inventory.isEmpty(),
                "--missing-only and --inventory cannot be combined: an inventory has no order by which its keys can be"
                        + " compared; workers leave out what is current");
        refuse(
                engine.equals(S3_BATCH) && stack == null,
                "--engine s3-batch requires --stack, which has the function and the role");
    }

    private boolean isEmpty(String option, List<String> values) {
        return spec.commandLine().getParseResult().hasMatchedOption(option)
                && (values.isEmpty() || values.stream().anyMatch(String::isBlank));
    }

    private static void refuse(boolean isWrong, String complaint) {
        if (isWrong) {
            throw new CommandException(complaint);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
