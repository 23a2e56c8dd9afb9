package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.resource;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The requirements for the stack in one Region. */
final class RegionalRequirements {
    private RegionalRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                        RegionalFunctionRequirements.all(),
                        RegionalVersionRequirements.all(),
                        FunctionUrlRequirements.all(),
                        OriginRequirements.all(),
                        Requirement.ofEveryStack())
                .flatMap(Function.identity());
    }

    static boolean hasBig(Case given) {
        return !given.setting("BigMemory").equals("0");
    }

    /** Returns the prefixes of the logical ids of the two functions, or of the one. */
    static List<String> functions(Case given) {
        return hasBig(given) ? List.of("Function", "Big") : List.of("Function");
    }

    /** Creates a requirement for the resource of each function whose logical id has a suffix. */
    static Requirement ofEachFunction(String name, String suffix, BiPredicate<Case, Resource> isMet) {
        return new Requirement(
                name,
                given -> functions(given).stream().allMatch(id -> isMet.test(given, resource(given, id + suffix))));
    }

    /** Creates a requirement for each function. */
    static Requirement ofEachFunction(String name, BiPredicate<Case, Resource> isMet) {
        return new Requirement(
                name,
                given -> functions(given).stream()
                        .allMatch(id -> isMet.test(given, resource(given, id.equals("Big") ? "BigFunction" : id))));
    }

    static boolean isBig(Resource resource) {
        return resource.id().contains("Big");
    }
}
