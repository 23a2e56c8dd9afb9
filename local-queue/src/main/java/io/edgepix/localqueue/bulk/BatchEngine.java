package io.edgepix.localqueue.bulk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.Prices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs a job by S3 Batch Operations: uploads a manifest, creates the job, and follows it. */
public final class BatchEngine {
    private static final Set<String> ENDS = Set.of("Complete", "Failed", "Cancelled");
    private static final String ACCOUNT = "ACCOUNT";

    private final BatchTarget target;
    private final AwsCommands aws;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Duration pause;

    /**
     * Creates an engine.
     *
     * @param pause the time between two descriptions of the job
     */
    public BatchEngine(BatchTarget target, AwsCommands aws, PrintWriter out, PrintWriter err, Duration pause) {
        this.target = target;
        this.aws = aws;
        this.out = out;
        this.err = err;
        this.pause = pause;
    }

    /** Prints the commands, and changes nothing. */
    public void dryRun(JobRequest request) {
        BatchJob job = new BatchJob("JOB", ACCOUNT, target, arguments(request));
        out.println(line(job.upload("manifest.csv")));
        out.println(line(job.create("ETAG")));
        out.println(line(job.describe("ID")));
    }

    private static Map<String, String> arguments(JobRequest request) {
        Map<String, String> arguments = new TreeMap<>();
        if (!request.sizes().isEmpty()) {
            arguments.put("sizes", String.join(",", request.sizes()));
        }
        if (!request.formats().isEmpty()) {
            arguments.put("formats", String.join(",", request.formats()));
        }
        return arguments;
    }

    /**
     * Runs the job to its end.
     *
     * @return 0 if every original is done, or 1
     */
    public int run(Job job, KeySource source) {
        String account = aws.run(List.of("sts", "get-caller-identity", "--query", "Account", "--output", "text"));
        BatchJob batch = new BatchJob(
                job.description().id(),
                account,
                target,
                arguments(job.description().request()));
        String etag = uploadedEtag(batch, source);
        if (etag.isEmpty()) {
            out.println("no original needs work");
            job.end();
            return 0;
        }
        String batchId = aws.run(batch.create(etag));
        err.println("dev: job " + batch.id() + " is the job " + batchId + " of S3 Batch Operations, which continues if"
                + " this command ends; the same command shows its progress again");
        JsonObject described = follow(batch, batchId);
        job.end();
        return summary(batch, described);
    }

    /** Returns the ETag of the manifest. Uploads it, unless an earlier run has. Empty if there are no originals. */
    private String uploadedEtag(BatchJob batch, KeySource source) {
        try {
            return aws.run(batch.manifestEtag());
        } catch (CommandException e) {
            if (!String.valueOf(e.getMessage()).contains("404")) {
                throw e;
            }
        }
        try {
            Path file = Files.createTempFile("edgepix-manifest", ".csv");
            try {
                long rows = BatchManifest.write(file, target.bucket(), source.after(""));
                if (rows == 0) {
                    return "";
                }
                err.println("dev: the manifest has " + JobKind.ORIGINALS.counted(rows));
                aws.run(batch.upload(file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aws.run(batch.manifestEtag());
    }

    private JsonObject follow(BatchJob batch, String batchId) {
        while (true) {
            JsonObject described = JsonParser.parseString(aws.run(batch.describe(batchId)))
                    .getAsJsonObject()
                    .getAsJsonObject("Job");
            err.println("dev: " + described.get("Status").getAsString() + ": " + progress(described));
            err.flush();
            if (ENDS.contains(described.get("Status").getAsString())) {
                return described;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static String progress(JsonObject described) {
        return BulkText.number(count(described, "NumberOfTasksSucceeded")) + " of "
                + BulkText.number(count(described, "TotalNumberOfTasks")) + " originals, "
                + BulkText.number(count(described, "NumberOfTasksFailed")) + " failed";
    }

    private static long count(JsonObject described, String name) {
        JsonObject summary = described.getAsJsonObject("ProgressSummary");
        return summary == null || !summary.has(name) ? 0 : summary.get(name).getAsLong();
    }

    private int summary(BatchJob batch, JsonObject described) {
        double dollars = Prices.BATCH_JOB + count(described, "TotalNumberOfTasks") * Prices.BATCH_OBJECT;
        out.println("job " + batch.id() + ": " + progress(described) + ", " + BulkText.dollars(dollars)
                + " for S3 Batch Operations, without the function");
        boolean isDone = described.get("Status").getAsString().equals("Complete")
                && count(described, "NumberOfTasksFailed") == 0;
        if (!isDone) {
            if (described.has("FailureReasons")) {
                described.getAsJsonArray("FailureReasons").forEach(reason -> out.println(reason.toString()));
            }
            out.println("the report lists what failed: s3://" + target.bucket() + "/" + batch.reportPrefix() + "/");
        }
        return isDone ? 0 : 1;
    }

    private static String line(List<String> arguments) {
        return "aws "
                + arguments.stream()
                        .map(word ->
                                word.matches("[A-Za-z0-9_./:=@-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}
