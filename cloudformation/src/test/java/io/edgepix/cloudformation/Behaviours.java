package io.edgepix.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cache behaviours of a distribution. */
final class Behaviours {
    private Behaviours() {}

    /** Returns all behaviours. The default one is the first. */
    static List<Map<String, Object>> of(Case given) {
        Object config = given.stack().only(Requirement.DISTRIBUTION).at("DistributionConfig");
        return Stream.concat(
                        Stream.of(Values.map(Values.at(config, "DefaultCacheBehavior"))),
                        Values.list(Values.at(config, "CacheBehaviors")).stream()
                                .map(Values::map))
                .toList();
    }

    /** Returns the default behaviour. */
    static Map<String, Object> ofDefault(Case given) {
        return of(given).getFirst();
    }

    /** Returns the behaviour with a path pattern; empty if there is none. */
    static Map<String, Object> ofPattern(Case given, String pattern) {
        return of(given).stream()
                .filter(behaviour -> pattern.equals(behaviour.get("PathPattern")))
                .findFirst()
                .orElse(Map.of());
    }
}
