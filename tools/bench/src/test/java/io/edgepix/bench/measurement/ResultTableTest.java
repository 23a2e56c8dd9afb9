package io.edgepix.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTableTest {
    private static final ResultRow ROW = ResultRow.of(
            new ResultRow.Case("cold", "cat.jpg", "400x300", "webp"),
            new ResultRow.Value("edgepix", 450),
            new ResultRow.Value("sharp", 300),
            "ms",
            10);

    @Test
    void aRow_isALineWithOursTheirsAndTheRatio() {
        assertThat(ResultTable.of(List.of(ROW))).isEqualTo("""
                | case | picture | box     | ours  | theirs | unit | ratio |
                | ---- | ------- | ------- | ----- | ------ | ---- | ----- |
                | cold | cat.jpg | 400x300 | 450.0 | 300.0  | ms   | 1.50  |
                """);
    }

    @Test
    void lostRows_areThoseOverOne_theWorstFirst() {
        ResultRow even = row("even", 300.9);
        ResultRow worse = row("worse", 600);

        assertThat(ResultTable.lost(List.of(even, ROW, worse)))
                .doesNotContain("even")
                .containsSubsequence("worse", "2.00", "cold", "1.50");
        assertThat(ResultTable.lost(List.of(even))).isEqualTo("None.\n");
    }

    private static ResultRow row(String name, double ours) {
        return ResultRow.of(
                new ResultRow.Case(name, "cat.jpg", "400x300", "webp"),
                new ResultRow.Value("edgepix", ours),
                new ResultRow.Value("sharp", 300),
                "ms",
                10);
    }

    @Test
    void aRate_hasTheirsByOursAsItsRatio() {
        ResultRow rate = ResultRow.ofRate(
                new ResultRow.Case("throughput, 1 vCPU", "cat.jpg", "400x300", "webp"),
                new ResultRow.Value("edgepix", 50),
                new ResultRow.Value("sharp", 40),
                "events/s",
                10);
        assertThat(ResultTable.of(List.of(rate))).contains("| 50.0 | 40.0   | events/s | 0.80  |");
        assertThat(rate.ours().engine()).isEqualTo("edgepix");
        assertThat(rate.peer().engine()).isEqualTo("sharp");
    }

    @Test
    void aRow_isAnObjectForOtherPrograms() {
        JsonObject json = JsonParser.parseString(ResultJson.of(List.of(ROW)))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly(
                        "case",
                        "picture",
                        "box",
                        "format",
                        "engine",
                        "peer",
                        "engineValue",
                        "peerValue",
                        "unit",
                        "ratio",
                        "quality",
                        "bytesRatio",
                        "ssimDb",
                        "peerSsimDb",
                        "equalBytesRatio",
                        "equalBytesRatioBySsimulacra2",
                        "runs");
        assertThat(json.get("case").getAsString()).isEqualTo("cold");
        assertThat(json.get("picture").getAsString()).isEqualTo("cat.jpg");
        assertThat(json.get("box").getAsString()).isEqualTo("400x300");
        assertThat(json.get("format").getAsString()).isEqualTo("webp");
        assertThat(json.get("engine").getAsString()).isEqualTo("edgepix");
        assertThat(json.get("peer").getAsString()).isEqualTo("sharp");
        assertThat(json.get("ratio").getAsDouble()).isEqualTo(1.5);
    }
}
