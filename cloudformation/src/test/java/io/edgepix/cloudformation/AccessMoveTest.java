package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a stack can change its access in the steps that the parameter AccessAlso describes. */
class AccessMoveTest {
    static Stream<Arguments> moves() {
        return Stream.of(Subject.DISTRIBUTION, Subject.REGIONAL)
                .flatMap(
                        subject -> Stream.of(Arguments.of(subject, "oai", "oac"), Arguments.of(subject, "oac", "oai")));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aMove_inThreeSteps_neverClosesTheBucket(Subject subject, String from, String to) {
        Case defaults = subject.cases().getFirst();

        assertThat(isOpen(List.of(
                        of(defaults, from, "none"),
                        of(defaults, from, to),
                        of(defaults, to, from),
                        of(defaults, to, "none"))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aMove_inOneStep_closesTheBucket(Subject subject, String from, String to) {
        Case defaults = subject.cases().getFirst();

        assertThat(isOpen(List.of(of(defaults, from, "none"), of(defaults, to, "none"))))
                .isFalse();
    }

    private static Case of(Case given, String access, String also) {
        return given.with("Access", access).with("AccessAlso", also);
    }

    /** In an update, the policy of the bucket may change before the distribution or after it. */
    private static boolean isOpen(List<Case> steps) {
        return Stream.iterate(1, i -> i + 1).limit(steps.size() - 1L).allMatch(i -> {
            List<Case> update = steps.subList(i - 1, i + 1);
            return update.stream().allMatch(policy -> update.stream().allMatch(origin -> isRead(policy, origin)));
        });
    }

    private static boolean isRead(Case policy, Case origin) {
        String access = origin.setting("Access");
        return AccessRequirements.has(policy.stack(), access, "Allow", "s3:GetObject", "${Bucket.Arn}/*")
                && AccessRequirements.has(policy.stack(), access, "Allow", "s3:ListBucket", "${Bucket.Arn}");
    }
}
