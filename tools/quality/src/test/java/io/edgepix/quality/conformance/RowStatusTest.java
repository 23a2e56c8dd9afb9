package io.edgepix.quality.conformance;

import static io.edgepix.quality.conformance.RowStatus.Judge.BROWSER;
import static io.edgepix.quality.conformance.RowStatus.Judge.SHARP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowStatusTest {
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
    void aDerivative_isJudgedByTheBrowserIfThePeersDisagree(String sharp, String browser, RowStatus verdict) {
        assertThat(RowStatus.of(comparison(sharp), comparison(browser), false)).isEqualTo(verdict);
    }

    @Test
    void anAnimation_isNotExcusedByItsFirstFrame() {
        assertThat(RowStatus.of(comparison("bad"), comparison("good"), true)).isEqualTo(RowStatus.DIFFERS);
    }

    @Test
    void aRefusal_namesTheJudgeThatReadsTheOriginal() {
        assertThat(RowStatus.ofRefusal(Set.of(SHARP, BROWSER))).isEqualTo(RowStatus.ONLY_BROWSER);
        assertThat(RowStatus.ofRefusal(Set.of(BROWSER))).isEqualTo(RowStatus.ONLY_BROWSER);
        assertThat(RowStatus.ofRefusal(Set.of(SHARP))).isEqualTo(RowStatus.ONLY_PEER);
        assertThat(RowStatus.ofRefusal(Set.of())).isEqualTo(RowStatus.NEITHER);
    }

    @Test
    void aFailure_thatNoPeerShares_failsTheCommand() {
        assertThat(List.of(RowStatus.values()).stream().filter(RowStatus::isBad))
                .containsExactly(RowStatus.DIFFERS, RowStatus.AS_SHARP, RowStatus.SERVED_OTHERWISE, RowStatus.FAILED);
    }

    private static @Nullable Comparison comparison(String word) {
        return switch (word) {
            case "good" -> new Comparison(Similarity.EQUAL, List.of());
            case "bad" -> new Comparison(Similarity.EQUAL, List.of("SSIM 0.5"));
            default -> null;
        };
    }
}
