package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @ParameterizedTest
    @CsvSource({
        "true, true, ONLY_BROWSER",
        "false, true, ONLY_BROWSER",
        "true, false, ONLY_PEER",
        "false, false, NEITHER"
    })
    void aRefusal_namesThePeersThatReadTheOriginal(boolean sharp, boolean browser, RowStatus verdict) {
        assertThat(RowStatus.ofRefusal(sharp, browser)).isEqualTo(verdict);
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
