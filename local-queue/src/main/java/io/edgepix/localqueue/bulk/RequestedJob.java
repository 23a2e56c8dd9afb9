package io.edgepix.localqueue.bulk;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.cli.ConfigFile;
import io.edgepix.configuration.Config;
import io.edgepix.localqueue.inventory.InventorySource;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.ListingSource;
import io.edgepix.pregenerate.listing.ConfiguredFolders;
import io.edgepix.pregenerate.listing.OriginalKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The job for which a command line asks, and its originals. */
public final class RequestedJob {
    private final BulkPlace place;
    private final JobBucket objects;
    private final ConfigFile configFile;
    private final Config config;
    private final JobRequest request;
    private final @Nullable String id;

    /**
     * Creates a view of a job in a bucket.
     *
     * @param options the request, of which {@code wanted} is not read
     * @param id the job to continue; null for an unfinished one with the same request, or else a new one
     */
    public RequestedJob(
            BulkPlace place, JobBucket objects, ConfigFile configFile, JobRequest options, @Nullable String id) {
        this.place = place;
        this.objects = objects;
        this.configFile = configFile;
        this.config = config(place, configFile, options);
        this.request = options.withWanted(wanted(config));
        this.id = id;
    }

    private static String wanted(Config config) {
        return new ConfiguredFolders(config).text();
    }

    private static Config config(BulkPlace place, ConfigFile configFile, JobRequest request) {
        String text = configFile.text().orElse(place.configuration());
        return configFile.named(() -> BulkConfig.read(text, request.sizes(), request.formats()));
    }

    /** Refuses a prefix with which no original begins, so that no job starts. */
    public void checkPrefix() {
        if (!request.prefix().isEmpty() && request.inventory().isEmpty() && id == null) {
            JobRequest all = new JobRequest(request.prefix(), List.of(), List.of(), false, "", request.engine(), "");
            refuseIf(
                    !source(config, all).after("").hasNext(),
                    "--prefix " + request.prefix() + ": no original in the bucket begins with it");
        }
    }

    /** Starts the job, or continues it. */
    public Job open() {
        Jobs jobs = new Jobs(objects);
        if (id == null) {
            return jobs.unfinished(request).orElseGet(() -> jobs.start(request, Instant.now()));
        }
        Job job = jobs.open(id);
        JobRequest asked = job.description().request();
        demandKind(job, JobKind.ORIGINALS);
        refuseIf(
                !asked.engine().equals(request.engine()),
                "--job " + id + ": expected --engine " + asked.engine() + ", as in that job, got " + request.engine());
        JobRequest nothingElse =
                new JobRequest("", List.of(), List.of(), false, "", request.engine(), request.wanted());
        refuseIf(
                !request.equals(nothingElse) && !request.options().equals(asked.options()),
                "--job " + id + ": expected the request of that job (" + String.join(" ", asked.options()) + "), got "
                        + String.join(" ", request.options()) + "; without --job, this is a new job");
        return job;
    }

    /** Refuses a job of another command. */
    public static void demandKind(Job job, JobKind expected) {
        JobKind kind = JobKind.of(job.description().request());
        refuseIf(
                kind != expected,
                "--job " + job.description().id() + ": expected a job of ./dev " + expected.command()
                        + ", got one of ./dev " + kind.command());
    }

    /** Returns the originals of the request, without a job. */
    public KeySource source() {
        return source(config, request);
    }

    /** Returns the originals of a job. The configuration has to be the one with which it started. */
    public KeySource source(Job job) {
        JobRequest asked = job.description().request();
        Config now = config(place, configFile, asked);
        refuseIf(
                !wanted(now).equals(asked.wanted()),
                "job " + job.description().id() + ": expected the configuration with which it started, whose"
                        + " derivatives are " + asked.wanted() + ", got one with " + wanted(now));
        return source(now, asked);
    }

    private KeySource source(Config with, JobRequest asked) {
        OriginalKeys keys = OriginalKeys.of(asked.prefix(), with);
        ConfiguredFolders wanted = new ConfiguredFolders(with);
        return asked.inventory().isEmpty()
                ? new ListingSource(objects, keys, wanted, asked.missingOnly())
                : InventorySource.open(
                        asked.inventory(), place.clients().s3(), place.clients().bucket(), keys, wanted);
    }
}
