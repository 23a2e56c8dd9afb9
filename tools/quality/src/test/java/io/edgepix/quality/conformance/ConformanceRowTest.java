package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Format;
import io.edgepix.quality.worker.RenderOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConformanceRowTest {
    private static final Case CASE = new Case(300, 200, Format.WEBP, 80);

    @Test
    void json_hasTheAgreedNamesAndNulls() {
        ConformanceRow row = new RowBuilder(new ConformanceRow.Request("a/b.png", CASE, "native"))
                .unread("over 128 MB")
                .row();

        JsonObject json = JsonParser.parseString(ConformanceJson.of(List.of(row)))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();

        assertThat(json.keySet())
                .containsExactly(
                        "picture",
                        "box",
                        "format",
                        "engine",
                        "width",
                        "height",
                        "peerWidth",
                        "peerHeight",
                        "ssim",
                        "deltaE",
                        "frames",
                        "peerFrames",
                        "bytes",
                        "peerBytes",
                        "millis",
                        "peerMillis",
                        "error",
                        "peerError",
                        "browserSsim",
                        "browserDeltaE",
                        "browserError",
                        "served",
                        "verdict",
                        "why");
        assertThat(json.get("picture").getAsString()).isEqualTo("a/b.png");
        assertThat(json.get("box").getAsString()).isEqualTo("300x200");
        assertThat(json.get("format").getAsString()).isEqualTo("webp");
        assertThat(json.get("engine").getAsString()).isEqualTo("native");
        assertThat(List.of("width", "height", "peerWidth", "peerHeight", "ssim", "deltaE", "frames", "peerFrames"))
                .allSatisfy(name -> assertThat(json.get(name).isJsonNull()).isTrue());
        assertThat(json.get("error").getAsString()).isEqualTo("over 128 MB");
        assertThat(json.get("peerError").getAsString()).isEqualTo("over 128 MB");
    }

    @Test
    void aRefusal_isReportedWithItsStatus() {
        assertThat(rowOf(RenderOutcome.Ending.ANSWERED, 415, "no picture", RowStatus.NEITHER)
                        .ours()
                        .error())
                .isEqualTo("415: no picture");
    }

    @Test
    void aHang_isAFailure() {
        ConformanceRow row = rowOf(RenderOutcome.Ending.HUNG, 0, "no answer within 10 s", RowStatus.FAILED);

        assertThat(row.ours().error()).isEqualTo("no answer within 10 s");
        assertThat(row.isBad()).isTrue();
    }

    @Test
    void summary_namesAndCountsFailures() {
        ConformanceRow bad = rowOf(RenderOutcome.Ending.HUNG, 0, "no answer within 10 s", RowStatus.FAILED);
        ConformanceRow good = rowOf(RenderOutcome.Ending.ANSWERED, 415, "no picture", RowStatus.NEITHER);

        assertThat(TextReport.of(List.of(bad, good)))
                .contains("no answer within 10 s")
                .endsWith("2 rows, 1 failed, 1 neither\n");
    }

    private static ConformanceRow rowOf(RenderOutcome.Ending ending, int status, String error, RowStatus verdict) {
        RowBuilder builder = new RowBuilder(new ConformanceRow.Request("a.png", CASE, "portable"));
        builder.ours(new RenderOutcome(ending, status, error, 0, 0, 0, 0, new byte[0]));
        return builder.result(verdict, "").row();
    }
}
