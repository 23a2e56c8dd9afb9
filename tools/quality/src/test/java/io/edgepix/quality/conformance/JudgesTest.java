package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgesTest {
    @ParameterizedTest
    @CsvSource({
        "good, none, OK",
        "bad, none, DIFFERS",
        "none, none, ONLY_OURS",
        "good, good, OK",
        "bad, bad, DIFFERS",
        "good, bad, AS_SHARP",
        "bad, good, AS_BROWSER",
        "none, good, AS_BROWSER",
        "none, bad, DIFFERS"
    })
    void aDerivative_isJudgedByTheBrowserWhereTheTwoDisagree(String sharp, String browser, Verdict verdict) {
        assertThat(Verdict.of(comparison(sharp), comparison(browser), false)).isEqualTo(verdict);
    }

    @Test
    void anAnimation_isNotExcusedByItsFirstFrame() {
        assertThat(Verdict.of(comparison("bad"), comparison("good"), true)).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, ONLY_BROWSER",
        "false, true, ONLY_BROWSER",
        "true, false, ONLY_PEER",
        "false, false, NEITHER"
    })
    void aRefusal_saysWhoElseReadsTheOriginal(boolean sharp, boolean browser, Verdict verdict) {
        assertThat(Verdict.ofRefusal(sharp, browser)).isEqualTo(verdict);
    }

    @Test
    void onlyWhatNoJudgeExcuses_failsTheCommand() {
        assertThat(List.of(Verdict.values()).stream().filter(Verdict::isBad))
                .containsExactly(Verdict.DIFFERS, Verdict.AS_SHARP, Verdict.SERVED_OTHERWISE, Verdict.FAILED);
    }

    private static @Nullable Comparison comparison(String word) {
        return switch (word) {
            case "good" -> new Comparison(Likeness.EQUAL, List.of());
            case "bad" -> new Comparison(Likeness.EQUAL, List.of("SSIM 0.5"));
            default -> null;
        };
    }
}
