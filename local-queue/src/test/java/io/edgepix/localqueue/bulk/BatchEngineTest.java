package io.edgepix.localqueue.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.MemoryBucket;
import io.edgepix.pregenerate.bulk.SourceKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchEngineTest {
    private static final BatchTarget TARGET = new BatchTarget(
            "pictures", "eu-central-1", "arn:aws:lambda:eu-central-1:1:function:f:live", "arn:aws:iam::1:role/batch");
    private static final JobRequest REQUEST =
            new JobRequest("", List.of("small"), List.of(), false, "", "s3-batch", "w");

    private final Jobs jobs = new Jobs(new MemoryBucket());
    private final StringWriter printed = new StringWriter();
    private final List<List<String>> commands = new ArrayList<>();
    private String manifest = "";
    private boolean isUploaded;
    private String status = "{\"Status\":\"Complete\",\"ProgressSummary\":{\"TotalNumberOfTasks\":2,"
            + "\"NumberOfTasksSucceeded\":2,\"NumberOfTasksFailed\":0}}";

    private String aws(List<String> arguments) {
        commands.add(arguments);
        return switch (arguments.get(1)) {
            case "get-caller-identity" -> "123456789012";
            case "head-object" -> etag();
            case "cp" -> upload(arguments.get(2));
            case "create-job" -> "batch-1";
            case "describe-job" -> "{\"Job\":" + status + "}";
            default -> throw new AssertionError(arguments);
        };
    }

    private String etag() {
        if (!isUploaded) {
            throw new CommandException("aws s3api head-object failed: An error occurred (404): Not Found");
        }
        return "\"e1\"";
    }

    private String upload(String file) {
        try {
            manifest = Files.readString(Path.of(file));
            isUploaded = true;
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(Job job) {
        PrintWriter out = new PrintWriter(printed, true);
        return new BatchEngine(TARGET, this::aws, out, out, Duration.ZERO)
                .run(
                        job,
                        _ -> Stream.of("a b+é.jpg", "x/y.jpg")
                                .map(key -> new SourceKey(key, key))
                                .iterator());
    }

    private List<String> command(String name) {
        return commands.stream()
                .filter(command -> command.get(1).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Job start() {
        return jobs.start(REQUEST, Instant.parse("2026-11-29T12:00:00Z"));
    }

    @Test
    void run_uploadsTheOriginalsAndCreatesTheJob() {
        Job job = start();
        assertThat(run(job)).isZero();
        assertThat(manifest).isEqualTo("pictures,a%20b%2B%C3%A9.jpg\npictures,x/y.jpg\n");
        String id = job.description().id();
        assertThat(command("create-job"))
                .containsSubsequence("--account-id", "123456789012")
                .contains("{\"LambdaInvoke\":{\"FunctionArn\":\"arn:aws:lambda:eu-central-1:1:function:f:live\","
                        + "\"InvocationSchemaVersion\":\"2.0\",\"UserArguments\":{\"sizes\":\"small\"}}}")
                .anyMatch(word -> word.contains("arn:aws:s3:::pictures/.edgepix/jobs/" + id + "/manifest.csv")
                        && word.contains("\"ETag\":\"e1\""))
                .containsSubsequence("--client-request-token", id);
        assertThat(printed.toString()).contains("2 of 2 originals, 0 failed, $0.25 for S3 Batch Operations");
    }

    @Test
    void run_again_keepsTheManifestAndTheToken() {
        Job job = start();
        run(job);
        String first = manifest;
        commands.clear();
        run(jobs.open(job.description().id()));
        assertThat(commands).noneMatch(command -> command.get(1).equals("cp"));
        assertThat(command("create-job")).contains(job.description().id());
        assertThat(manifest).isEqualTo(first);
    }

    @Test
    void run_withFailures_namesTheReport() {
        status = "{\"Status\":\"Complete\",\"ProgressSummary\":{\"TotalNumberOfTasks\":2,"
                + "\"NumberOfTasksSucceeded\":1,\"NumberOfTasksFailed\":1}}";
        assertThat(run(start())).isOne();
        assertThat(printed.toString()).contains("/report/").contains("1 of 2 originals, 1 failed");
    }

    @Test
    void dryRun_printsTheCommandsAndRunsNone() {
        PrintWriter out = new PrintWriter(printed, true);
        new BatchEngine(TARGET, this::aws, out, out, Duration.ZERO).dryRun(REQUEST);
        assertThat(commands).isEmpty();
        assertThat(printed.toString())
                .contains("aws s3 cp manifest.csv s3://pictures/.edgepix/jobs/JOB/manifest.csv")
                .contains("aws s3control create-job --region eu-central-1 --account-id ACCOUNT --operation"
                        + " '{\"LambdaInvoke\":{");
    }
}
