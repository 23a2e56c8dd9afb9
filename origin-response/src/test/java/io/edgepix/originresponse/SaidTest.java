package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.imaging.model.Upright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers say of how they came about. */
class SaidTest extends HandlerFixture {
    @ParameterizedTest
    @CsvSource({
        "cat.jpg, webp, 'Accept, User-Agent'",
        "cat.jpg, jpeg, 'Accept, User-Agent'",
        "cat.jpg, png, ''",
        "cat.png, png, 'Accept, User-Agent'",
        "cat.PNG, jpeg, ''",
    })
    void handle_aFormat_variesWhereHeadersMayHaveLedToIt(String key, String format, String vary) {
        store.originals.put(key, ORIGINAL);
        String path = "200x200/" + format + "/" + key;

        JsonObject answer = get("/" + path);

        assertThat(header(answer, "vary")).isEqualTo(vary);
        assertThat(stored(path).vary()).isEqualTo(vary);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"dpr\":true', Sec-CH-DPR",
        "'\"width\":\"368x\"', Sec-CH-Width",
        "'\"saveData\":50', Save-Data",
        "'\"dpr\":true,\"width\":\"368x\",\"saveData\":50', 'Sec-CH-DPR, Sec-CH-Width, Save-Data'",
    })
    void handle_hintsThatCount_areAmongWhatItVariesBy(String hints, String vary) {
        JsonObject answer = invoke(handler("{\"clientHints\":{" + hints + "}}"), OriginEvent.missing(PATH));

        assertThat(header(answer, "vary")).isEqualTo("Accept, User-Agent, " + vary);
    }

    @Test
    void handle_timed_saysHowLongEachPartTook() {
        tickNanos = 12_340_000;

        JsonObject answer = invoke(handler("{\"serverTiming\":true}"), OriginEvent.missing(PATH));

        // The original is read, and looked at once more.
        assertThat(header(answer, "server-timing")).isEqualTo("fetch;dur=24.7, render;dur=12.3, store;dur=12.3");
        assertThat(header(get(PATH), "server-timing")).as("by default").isEmpty();
    }

    @Test
    void handle_timedWhereTheCanonicalOneIsThere_saysNothingOfWhatWasNotDone() {
        size = new Upright(100, 100);
        get("/100x100/webp/" + KEY);
        tickNanos = 1_050_000;

        JsonObject answer = invoke(handler("{\"serverTiming\":true}"), OriginEvent.missing(PATH));

        assertThat(header(answer, "server-timing")).isEqualTo("fetch;dur=3.2");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "49999, 0.0", "50000, 0.1", "949999, 0.9", "950000, 1.0", "12345678901, 12345.7"})
    void timings_anyTime_isInMillisecondsWithOneDecimal(long nanos, String text) {
        long[] now = {5};
        Timings timings = new Timings(() -> now[0]);
        try (Timings.Span _ = timings.of(Timings.Phase.RENDER)) {
            now[0] += nanos;
        }

        assertThat(timings).hasToString("render;dur=" + text);
    }
}
