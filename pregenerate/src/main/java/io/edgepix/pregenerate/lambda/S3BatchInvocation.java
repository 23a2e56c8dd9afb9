package io.edgepix.pregenerate.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.pregenerate.worker.KeyWorker;
import io.edgepix.pregenerate.worker.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tasks of S3 Batch Operations, in version 1.0 or 2.0. The user arguments {@code sizes} and {@code formats} of version
 * 2.0 are lists with commas.
 */
record S3BatchInvocation(JsonObject event) {
    /** The result of a task, in the words of S3 Batch Operations. */
    private record Result(String code, String text) {}

    static S3BatchInvocation of(JsonObject event) {
        String version = event.get("invocationSchemaVersion").getAsString();
        if (!version.equals("1.0") && !version.equals("2.0")) {
            throw new IllegalArgumentException("invocationSchemaVersion: expected 1.0 or 2.0, got " + version);
        }
        return new S3BatchInvocation(event);
    }

    /** Processes the tasks, and returns the result of each. */
    JsonObject answer(KeyWorker worker, BooleanSupplier isOutOfTime) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Result> results = new LinkedHashMap<>();
        for (JsonElement task : event.getAsJsonArray("tasks")) {
            JsonObject fields = task.getAsJsonObject();
            String id = fields.get("taskId").getAsString();
            String bucket = bucket(fields);
            String encoded = fields.get("s3Key").getAsString();
            if (bucket.equals(worker.bucket())) {
                decode(encoded)
                        .ifPresentOrElse(
                                key -> keys.put(id, key),
                                () -> results.put(id, permanent("expected a percent-encoded key, got " + encoded)));
            } else {
                results.put(id, permanent("expected an object of the bucket " + worker.bucket() + ", got " + bucket));
            }
        }
        Map<String, Outcome> outcomes = worker.process(
                keys.values().stream().distinct().toList(), argument("sizes"), argument("formats"), isOutOfTime);
        keys.forEach((id, key) -> results.put(id, result(outcomes.getOrDefault(key, new Outcome.NotStarted()))));
        return answer(results);
    }

    /** Version 1.0 has the ARN of the bucket, and version 2.0 its name. */
    private static String bucket(JsonObject task) {
        String field = task.has("s3Bucket") ? "s3Bucket" : "s3BucketArn";
        String name = task.get(field).getAsString();
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static Optional<String> decode(String encoded) {
        try {
            return Optional.of(Key.ofPath("/" + encoded).value());
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private List<String> argument(String name) {
        if (!(event.get("job") instanceof JsonObject job)
                || !(job.get("userArguments") instanceof JsonObject arguments)
                || !arguments.has(name)) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (String word : arguments.get(name).getAsString().split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return List.copyOf(words);
    }

    private static Result permanent(String reason) {
        return new Result("PermanentFailure", reason);
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var done) ->
                new Result("Succeeded", done.rendered() + " rendered, " + done.found() + " found");
            case Outcome.Refused(String reason) -> permanent(reason);
            case Outcome.Heavy(String reason) -> new Result("Succeeded", "sent to the container: " + reason);
            case Outcome.Failed(String reason, boolean isBroken) ->
                new Result(isBroken ? "PermanentFailure" : "TemporaryFailure", reason);
            case Outcome.NotStarted _ -> new Result("TemporaryFailure", "the time of the function ended");
        };
    }

    private JsonObject answer(Map<String, Result> results) {
        JsonArray list = new JsonArray();
        results.forEach((id, result) -> {
            JsonObject one = new JsonObject();
            one.addProperty("taskId", id);
            one.addProperty("resultCode", result.code());
            one.addProperty("resultString", result.text());
            list.add(one);
        });
        JsonObject answer = new JsonObject();
        answer.add("invocationSchemaVersion", event.get("invocationSchemaVersion"));
        answer.addProperty("treatMissingKeysAs", "TemporaryFailure");
        answer.add("invocationId", event.get("invocationId"));
        answer.add("results", list);
        return answer;
    }
}
