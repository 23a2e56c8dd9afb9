package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.ofResource;
import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ofEach;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requirements for the queues of the pregenerate stack and who may send to them. */
final class QueueRequirements {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String QUEUE_POLICY = "AWS::SQS::QueuePolicy";
    private static final long KILOBYTES_64 = 65_536;
    private static final Map<String, Object> NOT_A_SERVICE = Map.of("aws:PrincipalIsAWSService", "false");

    private QueueRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(messages(), senders());
    }

    private static Stream<Requirement> messages() {
        return Stream.of(
                ofEach("everyQueue_keepsMessagesFor14Days", QUEUE, has(1_209_600L, "MessageRetentionPeriod")),
                ofEach("everyQueue_isEncrypted", QUEUE, has(true, "SqsManagedSseEnabled")),
                ofEach(
                        "everyQueue_acceptsNotificationsOf64Kilobytes",
                        QUEUE,
                        queue -> queue.at("MaximumMessageSize") instanceof Long bytes && bytes >= KILOBYTES_64),
                new Requirement(
                        "aMessage_isHiddenForSixTimesTheTimeoutOfTheFunction",
                        given -> resource(given, "Function").at("Timeout") instanceof Long seconds
                                && has(6 * seconds, "VisibilityTimeout").test(resource(given, "Queue"))),
                ofResource(
                        "aMessage_ofADeadContainerReturnsAfterTwoMinutes",
                        "HeavyQueue",
                        has(120L, "VisibilityTimeout")),
                new Requirement(
                        "aMessage_thatFailsFiveTimesIsADeadLetter",
                        given -> Stream.of("Queue", "HeavyQueue")
                                .allMatch(id -> has(
                                                Map.of(
                                                        "deadLetterTargetArn",
                                                        "${DeadLetterQueue.Arn}",
                                                        "maxReceiveCount",
                                                        5L),
                                                "RedrivePolicy")
                                        .test(resource(given, id)))));
    }

    private static Stream<Requirement> senders() {
        return Stream.of(
                new Requirement("onlyTheBucket_isAllowedByAQueuePolicy", QueueRequirements::onlyTheBucketIsAllowed),
                new Requirement(
                        "noOtherAccount_reachesTheQueue",
                        given -> statements(given, "Queue")
                                .contains(deny(
                                        "NoOtherAccount",
                                        "sqs:*",
                                        "${Queue.Arn}",
                                        Map.of(
                                                "StringNotEquals",
                                                Map.of("aws:PrincipalAccount", "123456789012"),
                                                "Bool",
                                                NOT_A_SERVICE)))),
                new Requirement("theSenders_areThoseOfTheParameter", QueueRequirements::sendersFit),
                new Requirement(
                        "onlyTheFunction_sendsLargeOriginals",
                        given -> statements(given, "HeavyQueue")
                                .contains(denySending("OnlyTheFunctionSends", "HeavyQueue", "${FunctionRole.Arn}"))),
                new Requirement("onlyTheWorkers_sendDeadLetters", given -> onlyWorkersSend(given, "DeadLetterQueue")),
                new Requirement("onlyTheWorkers_sendResults", QueueRequirements::resultsFit),
                new Requirement(
                        "everyQueue_refusesPlainHttp",
                        given -> given.stack().ofType(QUEUE).stream()
                                .allMatch(queue -> statements(given, queue.id())
                                        .contains(deny(
                                                "OnlyTls",
                                                "sqs:*",
                                                "${" + queue.id() + ".Arn}",
                                                Map.of("Bool", Map.of("aws:SecureTransport", "false")))))));
    }

    private static boolean onlyTheBucketIsAllowed(Case given) {
        List<Map<String, Object>> allowed = given.stack().ofType(QUEUE_POLICY).stream()
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .filter(Requirement::allows)
                .toList();
        return allowed.equals(List.of(Map.of(
                "Sid",
                "TheBucketNotifies",
                "Effect",
                "Allow",
                "Principal",
                Map.of("Service", "s3.amazonaws.com"),
                "Action",
                "sqs:SendMessage",
                "Resource",
                "${Queue.Arn}",
                "Condition",
                Map.of(
                        "ArnEquals",
                        Map.of("aws:SourceArn", "arn:aws:s3:::" + PregenerateCases.BUCKET),
                        "StringEquals",
                        Map.of("aws:SourceAccount", "123456789012")))));
    }

    private static boolean sendersFit(Case given) {
        String senders = given.value("SenderArns", "");
        boolean refuses = statements(given, "Queue").stream()
                .anyMatch(statement ->
                        "sqs:SendMessage".equals(statement.get("Action")) && "Deny".equals(statement.get("Effect")));
        return senders.isEmpty()
                ? !refuses
                : statements(given, "Queue")
                        .contains(deny(
                                "OnlyTheSenders",
                                "sqs:SendMessage",
                                "${Queue.Arn}",
                                Map.of(
                                        "ArnNotEquals",
                                        Map.of("aws:PrincipalArn", List.of(senders.split(","))),
                                        "ArnNotLike",
                                        Map.of("aws:PrincipalArn", "${FunctionRole.Arn}"),
                                        "Bool",
                                        NOT_A_SERVICE)));
    }

    private static boolean resultsFit(Case given) {
        return PregenerateCases.hasResults(given)
                ? onlyWorkersSend(given, "Results")
                : statements(given, "Results").isEmpty()
                        && !given.stack().resources().containsKey("Results");
    }

    private static boolean onlyWorkersSend(Case given, String queue) {
        String[] workers = PregenerateCases.hasContainer(given)
                ? new String[] {"${FunctionRole.Arn}", "${ContainerRole.Arn}"}
                : new String[] {"${FunctionRole.Arn}"};
        return statements(given, queue).contains(denySending("OnlyTheWorkersSend", queue, workers));
    }

    private static Map<String, Object> denySending(String sid, String queue, String... except) {
        return deny(
                sid,
                "sqs:SendMessage",
                "${" + queue + ".Arn}",
                Map.of("ArnNotEquals", Map.of("aws:PrincipalArn", List.of(except)), "Bool", NOT_A_SERVICE));
    }

    private static Map<String, Object> deny(String sid, String action, String resource, Map<String, Object> condition) {
        return Map.of(
                "Sid", sid,
                "Effect", "Deny",
                "Principal", "*",
                "Action", action,
                "Resource", resource,
                "Condition", condition);
    }

    private static List<Map<String, Object>> statements(Case given, String queue) {
        return given.stack().ofType(QUEUE_POLICY).stream()
                .filter(has(List.of("${" + queue + "}"), "Queues"))
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .toList();
    }
}
