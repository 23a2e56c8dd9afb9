package io.edgepix.bench.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.bench.measurement.ResultJson;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RenderSummaryTest {
    private static final String NATIVE = "edgepix native";

    @Test
    void aMeanWithinItsTarget_isMet() {
        String summary = RenderSummary.of(
                List.of(row(30, 100, equal(1.0, null)), row(40, 100, equal(1.0, null))), List.of(NATIVE));

        assertThat(summary)
                .contains("| 2    | 0.35       | 0.38    | 0.40        | 0.80    | yes         | yes       |");
    }

    @Test
    void aMeanOverItsTarget_isNotMet() {
        String summary = RenderSummary.of(
                List.of(row(37, 100, equal(1.0, null)), row(41, 100, equal(1.0, null))), List.of(NATIVE));

        assertThat(summary).contains("| 0.39       | 0.38    | 0.41        | 0.80    | no          |");
    }

    @Test
    void oneRowOverItsTarget_isNotMet() {
        String summary = RenderSummary.of(
                List.of(row(10, 100, equal(1.0, null)), row(10, 100, equal(1.0, null)), row(81, 100, equal(1.0, null))),
                List.of(NATIVE));

        assertThat(summary).contains("| 0.34       | 0.38    | 0.81        | 0.80    | no          |");
    }

    @Test
    void moreBytesAtEqualSimilarity_isNotTheSameWork() {
        String summary = RenderSummary.of(
                List.of(
                        row(80, 100, equal(1.021, null)),
                        row(80, 100, equal(1.02, null)),
                        row(80, 100, equal(Double.POSITIVE_INFINITY, null))),
                List.of(NATIVE));

        assertThat(summary).contains("| no, 1 of 3 |");
    }

    @Test
    void twoMeasures_allowFivePercentByBoth() {
        String summary = RenderSummary.of(
                List.of(
                        row(80, 100, equal(1.05, 1.05)),
                        row(80, 100, equal(1.051, 1.0)),
                        row(80, 100, equal(1.0, 1.051))),
                List.of(NATIVE));

        assertThat(summary).contains("| no, 1 of 3 |");
    }

    @Test
    void severalBoxes_haveTheWorstOfEachFigure() {
        ResultRow.Derivatives one = new ResultRow.Derivatives(80, 1.1, 15, 15.2, 1.0, 1.3);
        ResultRow.Derivatives other = new ResultRow.Derivatives(80, 1.0, 14, 14.1, 1.2, 1.1);

        assertThat(one.orWorse(other)).isEqualTo(new ResultRow.Derivatives(80, 1.1, 15, 15.2, 1.2, 1.3));
    }

    @Test
    void aSimilarityThatIsNeverReached_isSaid() {
        ResultRow row = row(80, 100, equal(Double.POSITIVE_INFINITY, null));

        assertThat(ResultTable.ofRenderings(List.of(row))).contains("| never equal ");
        assertThat(ResultJson.of(List.of(row))).contains("\"equalBytesRatio\": null");
    }

    @Test
    void anUnsupportedOutputFormat_isReported() {
        ResultRow row = ResultRow.of(
                new ResultRow.Case(RenderKind.AVIF.words, "cat.jpg", "400x300", "avif"),
                new ResultRow.Value(NATIVE, null),
                new ResultRow.Value("sharp", 400),
                "ms",
                20);

        assertThat(RenderSummary.of(List.of(row), List.of(NATIVE))).contains("not written");
        assertThat(ResultTable.ofRenderings(List.of(row))).contains("not written");
    }

    @Test
    void thePortableRenderer_hasItsOwnLine() {
        ResultRow row = ResultRow.of(
                new ResultRow.Case(RenderKind.AVIF.words, "cat.jpg", "400x300", "webp"),
                new ResultRow.Value(Runners.PORTABLE, 150),
                new ResultRow.Value("sharp", 100),
                "ms",
                20);

        assertThat(RenderSummary.of(List.of(row), List.of(Runners.PORTABLE)))
                .contains("the portable renderer")
                .contains("| 1.60 ");
    }

    private static ResultRow row(double ours, double theirs, ResultRow.Derivatives derivatives) {
        return ResultRow.of(
                        new ResultRow.Case(RenderKind.BASELINE_SMALL.words, "cat.jpg", "400x300", "webp"),
                        new ResultRow.Value(NATIVE, ours),
                        new ResultRow.Value("sharp", theirs),
                        "ms",
                        20)
                .with(derivatives);
    }

    private static ResultRow.Derivatives equal(double bytes, @Nullable Double bytesBySsimulacra2) {
        return new ResultRow.Derivatives(80, 1.5, 14, 15, bytes, bytesBySsimulacra2);
    }
}
