package io.edgepix.cloudformation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements for the notifications of the bucket, and for the names that the stack prints. */
final class NotificationRequirements {
    private static final String EVENTS = "\"s3:ObjectCreated:*\",\"s3:ObjectRemoved:*\",\"s3:LifecycleExpiration:*\"";

    private static final Map<String, String> OUTPUTS = Map.of(
            "QueueUrl", "${Queue}",
            "HeavyQueueUrl", "${HeavyQueue}",
            "DeadLetterQueueUrl", "${DeadLetterQueue}",
            "QueueArn", "${Queue.Arn}",
            "DeadLetterQueueArn", "${DeadLetterQueue.Arn}",
            "FunctionArn", "${FunctionAlias}",
            "BatchRoleArn", "${BatchRole.Arn}");

    private NotificationRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "theBucket_notifiesOfOriginalsThatComeChangeAndGo",
                        given -> Objects.equals(printed(given, 0), originals(given))),
                new Requirement(
                        "theBucket_notifiesOfRequestsOfTheEdge",
                        given -> Objects.equals(printed(given, 1), requests(given))),
                new Requirement(
                        "theBucket_isNotChangedByTheStack",
                        given -> given.stack().all().stream()
                                .noneMatch(resource -> resource.type().startsWith("AWS::S3::"))),
                new Requirement(
                        "outputs_nameTheQueuesAndTheFunction",
                        given -> given.stack().outputs().entrySet().containsAll(OUTPUTS.entrySet())),
                new Requirement(
                        "outputs_nameTheFolderAndTheResultsOfDocuments",
                        given -> Objects.equals(
                                        PregenerateCases.hasResults(given) ? "${Results}" : null,
                                        given.stack().outputs().get("ResultsQueueUrl"))
                                && Objects.equals(
                                        given.value("DocumentPrefix", ""),
                                        given.stack().outputs().getOrDefault("DocumentPrefix", ""))));
    }

    private static @Nullable JsonElement printed(Case given, int index) {
        JsonArray entries = JsonParser.parseString(
                        String.valueOf(given.stack().outputs().get("BucketNotifications")))
                .getAsJsonArray();
        return index < entries.size() ? entries.get(index) : null;
    }

    private static JsonElement originals(Case given) {
        return entry("", EVENTS, given.value("NotificationPrefix", ""));
    }

    /** Without a prefix, the entry for originals covers the requests. S3 refuses a second entry for them. */
    private static @Nullable JsonElement requests(Case given) {
        return given.value("NotificationPrefix", "").isEmpty()
                ? null
                : entry("-requests", "\"s3:ObjectCreated:*\"", ".edgepix/requests/");
    }

    private static JsonElement entry(String suffix, String events, String prefix) {
        JsonObject entry = JsonParser.parseString("{\"Id\":\"edgepix-pregenerate" + suffix
                        + "\",\"QueueArn\":\"${Queue.Arn}\",\"Events\":[" + events + "]}")
                .getAsJsonObject();
        if (!prefix.isEmpty()) {
            entry.add(
                    "Filter",
                    JsonParser.parseString(
                            "{\"Key\":{\"FilterRules\":[{\"Name\":\"prefix\",\"Value\":\"" + prefix + "\"}]}}"));
        }
        return entry;
    }
}
