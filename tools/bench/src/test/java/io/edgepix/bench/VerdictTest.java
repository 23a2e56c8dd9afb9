package io.edgepix.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    private static final Kill GOOD = new Kill(true, 502, new Viewer.Answer(200, 400));

    @Test
    void errorsAndQuickGoodAnswers_hold() {
        Verdict verdict = new Verdict(List.of(GOOD, GOOD));
        assertThatCode(() -> verdict.require(2)).doesNotThrowAnyException();
        assertThat(verdict.sentence())
                .isEqualTo(
                        "2 of 2 really interrupted; 2 error answers, 2 good answers after, the slowest after 400 ms");
    }

    @Test
    void aPictureDespiteTheKill_doesNotHold() {
        refused(new Kill(true, 200, new Viewer.Answer(200, 400)));
    }

    @Test
    void aKillThatCameTooLate_doesNotHold() {
        refused(new Kill(false, 502, new Viewer.Answer(200, 400)));
    }

    @Test
    void anErrorAfterTheKill_doesNotHold() {
        refused(new Kill(true, 502, new Viewer.Answer(502, 400)));
    }

    @Test
    void aGoodAnswerThatIsLate_doesNotHold() {
        refused(new Kill(true, 502, new Viewer.Answer(200, 3_001)));
    }

    private static void refused(Kill kill) {
        assertThatThrownBy(() -> new Verdict(List.of(GOOD, kill)).require(2)).isInstanceOf(BenchException.class);
    }
}
