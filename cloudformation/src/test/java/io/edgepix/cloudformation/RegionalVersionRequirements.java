package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.RegionalRequirements.hasBig;
import static io.edgepix.cloudformation.RegionalRequirements.ofEachFunction;
import static io.edgepix.cloudformation.Requirement.VERSION;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ofEach;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/** Requirements for the versions of the functions in one Region, and for their snapshots. */
final class RegionalVersionRequirements {
    private static final Set<String> WITHOUT_SNAPSHOTS = Set.of("ap-southeast-6", "ap-east-2");

    private RegionalVersionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofEachFunction(
                        "aFunction_startsFromASnapshotIfTheRegionHasThem",
                        (given, function) -> has(
                                        WITHOUT_SNAPSHOTS.contains(given.value("AWS::Region", ""))
                                                ? null
                                                : SnapStartApplyOn.PUBLISHED_VERSIONS.toString(),
                                        "SnapStart",
                                        "ApplyOn")
                                .test(function)),
                new Requirement(
                        "aVersion_isTiedToTheHashOfItsCode",
                        given -> ofEach("", VERSION, has(given.value("RegionalSha256", ""), "CodeSha256"))
                                .isMet()
                                .test(given)),
                ofEach(
                        "theSnapshot_isTakenAfterTheFunctionHasItsRights",
                        VERSION,
                        version -> Values.list(version.attributes().get("DependsOn"))
                                .containsAll(List.of("FunctionLogging", "Pictures"))),
                new Requirement(
                        "otherSettings_areAnotherVersion",
                        given -> Stream.of(
                                        given.with("FunctionMemory", "2048"),
                                        given.with("BucketName", "other-pictures"),
                                        given.with("BigMemory", hasBig(given) ? "0" : "8192"),
                                        PlanRequirements.of(given, hasGroup(given) ? "pro" : "premium"))
                                .noneMatch(other -> resource(other, "PublishedVersion")
                                        .equals(resource(given, "PublishedVersion")))),
                new Requirement(
                        "otherMemory_isAnotherBigVersion",
                        given -> !hasBig(given)
                                || !resource(given.with("BigMemory", "9216"), "PublishedBigVersion")
                                        .equals(resource(given, "PublishedBigVersion"))),
                ofEachFunction(
                        "theAlias_isTheNewestVersion",
                        "Alias",
                        (given, alias) -> has("live", "Name").test(alias)
                                && has(
                                                alias.id().equals("BigAlias")
                                                        ? "${PublishedBigVersion.Version}"
                                                        : "${PublishedVersion.Version}",
                                                "FunctionVersion")
                                        .test(alias)));
    }

    private static boolean hasGroup(Case given) {
        return List.of("none", "premium").contains(given.setting("Plan"));
    }
}
