package io.edgepix.localqueue.bulk;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.edgepix.pregenerate.job.JobKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The commands of the AWS CLI for a job of S3 Batch Operations.
 *
 * @param id the job of edgepix, in whose folder the manifest and the report lie
 * @param account the AWS account
 * @param arguments the sizes and formats for the function; empty for those of its configuration
 */
record BatchJob(String id, String account, BatchTarget target, Map<String, String> arguments) {
    String manifestKey() {
        return JobKeys.folder(id) + "manifest.csv";
    }

    String reportPrefix() {
        return JobKeys.folder(id) + "report";
    }

    /** Returns the command that uploads the manifest. */
    List<String> upload(String file) {
        return List.of(
                "s3",
                "cp",
                file,
                "s3://" + target.bucket() + "/" + manifestKey(),
                "--region",
                target.region(),
                "--only-show-errors");
    }

    /** Returns the command that prints the ETag of the manifest. */
    List<String> manifestEtag() {
        return List.of(
                "s3api",
                "head-object",
                "--bucket",
                target.bucket(),
                "--key",
                manifestKey(),
                "--region",
                target.region(),
                "--query",
                "ETag",
                "--output",
                "text");
    }

    /**
     * Returns the command that creates the job. Its token is the id, so that S3 creates one job even if the command is
     * repeated.
     */
    List<String> create(String etag) {
        return List.of(
                "s3control",
                "create-job",
                "--region",
                target.region(),
                "--account-id",
                account,
                "--operation",
                json(Map.of("LambdaInvoke", operation())),
                "--manifest",
                json(Map.of(
                        "Spec",
                        Map.of("Format", "S3BatchOperations_CSV_20180820", "Fields", List.of("Bucket", "Key")),
                        "Location",
                        Map.of(
                                "ObjectArn",
                                "arn:aws:s3:::" + target.bucket() + "/" + manifestKey(),
                                "ETag",
                                etag.replace("\"", "")))),
                "--report",
                json(Map.of(
                        "Bucket",
                        "arn:aws:s3:::" + target.bucket(),
                        "Prefix",
                        reportPrefix(),
                        "Format",
                        "Report_CSV_20180820",
                        "Enabled",
                        true,
                        "ReportScope",
                        "FailedTasksOnly")),
                "--priority",
                "10",
                "--role-arn",
                target.roleArn(),
                "--client-request-token",
                id,
                "--description",
                "edgepix bulk " + id,
                "--no-confirmation-required",
                "--query",
                "JobId",
                "--output",
                "text");
    }

    private Map<String, Object> operation() {
        Map<String, Object> operation = new TreeMap<>();
        operation.put("FunctionArn", target.functionArn());
        operation.put("InvocationSchemaVersion", "2.0");
        if (!arguments.isEmpty()) {
            operation.put("UserArguments", new TreeMap<>(arguments));
        }
        return operation;
    }

    /** Returns the command that describes the job. */
    List<String> describe(String batchId) {
        return List.of(
                "s3control",
                "describe-job",
                "--region",
                target.region(),
                "--account-id",
                account,
                "--job-id",
                batchId,
                "--output",
                "json");
    }

    private static String json(Map<String, ?> fields) {
        JsonObject sorted = new JsonObject();
        new TreeMap<>(fields).forEach((name, value) -> sorted.add(name, new Gson().toJsonTree(value)));
        return sorted.toString();
    }
}
