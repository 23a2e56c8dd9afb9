package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.edgepix.quality.damage.Damage;
import io.edgepix.quality.worker.RenderOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MutantReportTest {
    private final MutantReport report = new MutantReport();

    @Test
    void refusals_pass() {
        report.add(result(MutantOutcome.RENDERED));
        report.add(result(MutantOutcome.BROKEN));

        assertThat(report.isGood()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "HUNG", "CRASHED", "COSTLY", "REFUSED", "MISSIZED", "INCOMPLETE"})
    void anOutcomeThatFails_isCountedAndNamed(MutantOutcome fate) {
        report.add(result(fate));

        assertThat(report.isGood()).isFalse();
        assertThat(new Gson().toJson(report.json(1, 1, 1))).contains("a.gif", fate.words());
    }

    @Test
    void statuses_areFatesAndAnyOtherIsAnError() {
        assertThat(MutantOutcome.ofStatus(200)).isEqualTo(MutantOutcome.RENDERED);
        assertThat(MutantOutcome.ofStatus(413)).isEqualTo(MutantOutcome.TOO_LARGE);
        assertThat(MutantOutcome.ofStatus(422)).isEqualTo(MutantOutcome.BROKEN);
        assertThat(MutantOutcome.ofStatus(500)).isEqualTo(MutantOutcome.ERROR);
    }

    @Test
    void table_hasTheHighestOfAll() {
        report.add(new MutantResult(mutant(), "native", outcome(12, 300L << 20), 1, MutantOutcome.RENDERED, ""));
        report.add(new MutantResult(mutant(), "native", outcome(4_321, 100L << 20), 1, MutantOutcome.RENDERED, ""));

        assertThat(report.table()).contains("4321").contains(" 300 ");
    }

    @Test
    void costliest_isTheSmallPictureThatTookMost() {
        report.add(costly(900, 999_999, 2_000_000));
        report.add(costly(1_700, 999_999, 2_000_000));
        report.add(costly(2_500, 1_000_000, 2_000_000));
        report.add(costly(2_600, 999_999, 2_000_001));

        assertThat(report.costliest().orElseThrow().outcome().processorMillis()).isEqualTo(1_700);
        assertThat(report.costlyLines())
                .startsWith("1700 ms of CPU: mutant 3 of a.gif")
                .doesNotContain("2500", "2600");
        assertThat(new Gson().toJson(report.json(1, 1, 1)))
                .contains("\"costliest\":[{\"processorMillis\":1700.0,\"number\":3,\"picture\":\"a.gif\"");
    }

    private static MutantResult costly(double processorMillis, int bytes, long pixels) {
        Mutant mutant = new Mutant(3, "a.gif", new byte[0], Damage.NONE, new byte[bytes], MutantRequest.plain());
        RenderOutcome outcome =
                new RenderOutcome(RenderOutcome.Ending.ANSWERED, 200, "", 1, processorMillis, 1, 0, new byte[0]);
        return new MutantResult(mutant, "native", outcome, pixels, MutantOutcome.RENDERED, "");
    }

    private static MutantResult result(MutantOutcome fate) {
        return new MutantResult(mutant(), "portable", outcome(1, 1), 1, fate, "why");
    }

    private static Mutant mutant() {
        return new Mutant(3, "a.gif", new byte[0], Damage.BITS, new byte[0], MutantRequest.plain());
    }

    private static RenderOutcome outcome(double millis, long peakHeap) {
        return new RenderOutcome(RenderOutcome.Ending.ANSWERED, 200, "", millis, 0, peakHeap, 0, new byte[0]);
    }
}
