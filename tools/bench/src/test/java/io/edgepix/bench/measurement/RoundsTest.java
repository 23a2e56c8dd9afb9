package io.edgepix.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void everySecondRound_isTheOtherWayRound() {
        List<String> both = List.of("ours", "peer");
        List<String> turns = IntStream.range(0, 4)
                .mapToObj(round -> Rounds.order(both, round))
                .flatMap(List::stream)
                .toList();
        assertThat(turns).containsExactly("ours", "peer", "peer", "ours", "ours", "peer", "peer", "ours");
    }
}
