package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.Requirement.has;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requirements for the alarms that people look at. */
final class AlarmRequirements {
    private static final List<String> ALWAYS =
            List.of("DeadLetters", "OldMessages", "FunctionErrors", "FunctionThrottles");

    private AlarmRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                of("aDeadLetter_isAnAlarm", "DeadLetters", "ApproximateNumberOfMessagesVisible", "DeadLetterQueue"),
                of("anOldMessage_isAnAlarm", "OldMessages", "ApproximateAgeOfOldestMessage", "Queue"),
                new Requirement(
                        "anOldMessageForTheContainer_isAnAlarm",
                        given -> !PregenerateCases.hasContainer(given)
                                || isAlarm(
                                        given,
                                        "OldHeavyMessages",
                                        "ApproximateAgeOfOldestMessage",
                                        "QueueName",
                                        "${HeavyQueue.QueueName}")),
                new Requirement(
                        "anErrorOfTheFunction_isAnAlarm",
                        given -> isAlarm(given, "FunctionErrors", "Errors", "FunctionName", "${Function}")),
                new Requirement(
                        "aThrottle_isAnAlarm",
                        given -> isAlarm(given, "FunctionThrottles", "Throttles", "FunctionName", "${Function}")),
                new Requirement("alarms_goToTheTopicOfTheParameter", AlarmRequirements::topicFits));
    }

    private static Requirement of(String name, String id, String metric, String queue) {
        return new Requirement(name, given -> isAlarm(given, id, metric, "QueueName", "${" + queue + ".QueueName}"));
    }

    private static boolean isAlarm(Case given, String id, String metric, String dimension, String of) {
        long threshold = metric.contains("Age") ? Long.parseLong(given.value("OldestMessageSeconds", "3600")) : 0;
        Resource alarm = resource(given, id);
        return has(metric, "MetricName").test(alarm)
                && has(threshold, "Threshold").test(alarm)
                && has("GreaterThanThreshold", "ComparisonOperator").test(alarm)
                && has(1L, "EvaluationPeriods").test(alarm)
                && has("notBreaching", "TreatMissingData").test(alarm)
                && watches(alarm, dimension, of);
    }

    /** Tells whether an alarm is about this queue or function. */
    static boolean watches(Resource alarm, String dimension, String value) {
        return has(List.of(Map.of("Name", dimension, "Value", value)), "Dimensions")
                        .test(alarm)
                && has(dimension.equals("QueueName") ? "AWS/SQS" : "AWS/Lambda", "Namespace")
                        .test(alarm);
    }

    private static boolean topicFits(Case given) {
        String topic = given.value("AlarmTopicArn", "");
        Stream<String> more = PregenerateCases.hasContainer(given) ? Stream.of("OldHeavyMessages") : Stream.empty();
        return Stream.concat(ALWAYS.stream(), more)
                .allMatch(id -> Values.list(resource(given, id).at("AlarmActions"))
                        .equals(topic.isEmpty() ? List.of() : List.of(topic)));
    }
}
