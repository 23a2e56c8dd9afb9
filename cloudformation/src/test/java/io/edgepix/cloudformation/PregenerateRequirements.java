package io.edgepix.cloudformation;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The requirements for the pregenerate stack. */
final class PregenerateRequirements {
    private PregenerateRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                        QueueRequirements.all(),
                        PregenerateFunctionRequirements.all(),
                        PregenerateRoleRequirements.all(),
                        ContainerRequirements.all(),
                        AlarmRequirements.all(),
                        NotificationRequirements.all())
                .flatMap(Function.identity());
    }

    /** Creates a requirement for the resource with this logical id. */
    static Requirement ofResource(String name, String id, Predicate<Resource> isMet) {
        return new Requirement(name, given -> isMet.test(resource(given, id)));
    }

    /** Creates a requirement for the resource with this logical id if there is a container. */
    static Requirement ofContainer(String name, String id, Predicate<Resource> isMet) {
        return new Requirement(name, given -> !PregenerateCases.hasContainer(given) || isMet.test(resource(given, id)));
    }

    static Resource resource(Case given, String id) {
        return Objects.requireNonNull(given.stack().resources().get(id), id);
    }

    /** Returns the variables of the function that are the same in the container. */
    static Map<String, Object> variables(Case given) {
        return Map.of(
                "BUCKET",
                PregenerateCases.BUCKET,
                "QUEUE_URL",
                "${Queue}",
                "DEAD_LETTER_QUEUE_URL",
                "${DeadLetterQueue}",
                "DISTRIBUTION_ID",
                given.value("DistributionId", ""),
                "MAX_DELIVERIES",
                "5",
                "DOCUMENTS",
                PregenerateCases.hasDocuments(given) ? "on" : "off",
                "RESULTS_QUEUE_URL",
                PregenerateCases.hasResults(given) ? "${Results}" : "");
    }
}
