package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.bench.measurement.BenchException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KillReportTest {
    private static final KillReport.Kill GOOD = new KillReport.Kill(true, 502, new EdgeClient.Answer(200, 400));

    @Test
    void errorsAndFastCorrectAnswers_pass() {
        KillReport verdict = new KillReport(List.of(GOOD, GOOD));
        assertThatCode(() -> verdict.require(2)).doesNotThrowAnyException();
        assertThat(verdict.sentence())
                .isEqualTo("2 of 2 interrupted; 2 error answers, 2 good answers afterwards, the slowest after 400 ms");
    }

    @Test
    void aPictureDespiteTheKill_fails() {
        refused(new KillReport.Kill(true, 200, new EdgeClient.Answer(200, 400)));
    }

    @Test
    void aKillThatCameTooLate_fails() {
        refused(new KillReport.Kill(false, 502, new EdgeClient.Answer(200, 400)));
    }

    @Test
    void anErrorAfterTheKill_fails() {
        refused(new KillReport.Kill(true, 502, new EdgeClient.Answer(502, 400)));
    }

    @Test
    void aCorrectAnswerThatIsLate_fails() {
        refused(new KillReport.Kill(true, 502, new EdgeClient.Answer(200, 3_001)));
    }

    private static void refused(KillReport.Kill kill) {
        assertThatThrownBy(() -> new KillReport(List.of(GOOD, kill)).require(2)).isInstanceOf(BenchException.class);
    }
}
