package io.edgepix.bench.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RenderSummaryTest {
    private static final String NATIVE = "edgepix native";

    @Test
    void aMeanWithinItsTarget_isMet() {
        String summary = RenderSummary.of(
                List.of(row(30, 100, 1.00, 15.0, 15.0), row(40, 100, 1.00, 15.0, 15.0)), List.of(NATIVE));

        assertThat(summary)
                .contains("| 2    | 0.35       | 0.38    | 0.40        | 0.80    | yes         | yes       |");
    }

    @Test
    void aMeanOverItsTarget_isNotMet() {
        String summary = RenderSummary.of(
                List.of(row(37, 100, 1.00, 15.0, 15.0), row(41, 100, 1.00, 15.0, 15.0)), List.of(NATIVE));

        assertThat(summary).contains("| 0.39       | 0.38    | 0.41        | 0.80    | no          |");
    }

    @Test
    void oneRowOverItsTarget_isNotMet() {
        String summary = RenderSummary.of(
                List.of(row(10, 100, 1.00, 15.0, 15.0), row(10, 100, 1.00, 15.0, 15.0), row(81, 100, 1.00, 15.0, 15.0)),
                List.of(NATIVE));

        assertThat(summary).contains("| 0.34       | 0.38    | 0.81        | 0.80    | no          |");
    }

    @Test
    void moreBytesOrLessLikeness_isNotTheSameWork() {
        String summary = RenderSummary.of(
                List.of(
                        row(80, 100, 1.021, 15.0, 15.0),
                        row(80, 100, 1.02, 15.0, 15.06),
                        row(80, 100, 1.02, 14.96, 15.0)),
                List.of(NATIVE));

        assertThat(summary).contains("| no, 1 of 3 |");
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

    private static ResultRow row(double ours, double theirs, double bytes, double decibels, double peerDecibels) {
        return ResultRow.of(
                        new ResultRow.Case(RenderKind.BASELINE_SMALL.words, "cat.jpg", "400x300", "webp"),
                        new ResultRow.Value(NATIVE, ours),
                        new ResultRow.Value("sharp", theirs),
                        "ms",
                        20)
                .with(new ResultRow.Derivatives(bytes, decibels, peerDecibels));
    }
}
