package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.derivation.answer.EveryAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the cases of a table that {@code every-answer.test.mjs} reads too. */
class EveryAnswerTest {
    static Stream<HeaderCase> cases() {
        return HeaderCase.all(HeaderCase.table("every-answer-cases.json"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void complete_anAnswer_changesTheHeadersOfTheTable(HeaderCase answer) {
        EdgeResponse response = answer.response();
        EveryAnswer everyAnswer = new EveryAnswer(answer.config());

        for (String time : List.of("once", "twice")) {
            everyAnswer.complete(answer.uri(), Integer.parseInt(response.getStatus()), new EdgeHeaders(response));

            assertThat(HeaderCase.values(response)).as(time).isEqualTo(answer.expected());
        }
    }
}
