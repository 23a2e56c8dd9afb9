package io.edgepix.localqueue.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.pregenerate.bulk.JobCounts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineConsoleTest {
    private final StringWriter printed = new StringWriter();
    private Instant now = Instant.EPOCH;
    private final LineConsole console = new LineConsole(JobKind.ORIGINALS, new PrintWriter(printed), () -> now, 100);

    private static JobCounts counts(long originals, Map<String, Long> failed) {
        return new JobCounts(1, originals, 3 * originals, 0, 1, 0, failed, 1, Map.of());
    }

    @Test
    void show_rateCountsThisRunOnly_andRemainingTimeFollows() {
        console.show(new BulkSnapshot(500, false, counts(100, Map.of()), 0.001));
        now = now.plus(Duration.ofSeconds(40));
        console.show(new BulkSnapshot(7500, true, counts(198, new TreeMap<>(Map.of("unreadable", 2L))), 1.234));
        assertThat(printed.toString().lines())
                .containsExactly(
                        "dev: 100 of at least 500 originals, 0.0 a second, $0.00",
                        "dev: 200 of 7,500 originals (2 %), 2.5 a second, 48 min 40 s left, 2 failed (2 unreadable),"
                                + " $1.23");
    }

    @Test
    void show_withinThirtySeconds_printsNothing() {
        console.show(new BulkSnapshot(500, true, counts(100, Map.of()), 0));
        now = now.plus(Duration.ofSeconds(29));
        console.show(new BulkSnapshot(500, true, counts(101, Map.of()), 0));
        assertThat(printed.toString().lines()).hasSize(1);
    }

    @Test
    void show_unchanged_printsNothing() {
        console.show(new BulkSnapshot(500, true, counts(100, Map.of()), 0));
        now = now.plus(Duration.ofSeconds(60));
        console.show(new BulkSnapshot(500, true, counts(100, Map.of()), 0.01));
        assertThat(printed.toString().lines()).hasSize(1);
    }

    @Test
    void show_onlyRetriesAreLeft_waitsForThem() {
        now = now.plus(Duration.ofSeconds(10));
        console.show(new BulkSnapshot(201, true, new JobCounts(9, 200, 0, 0, 0, 1, Map.of(), 0, Map.of()), 0));
        assertThat(printed.toString().lines())
                .containsExactly("dev: 200 of 201 originals (99 %), 10.0 a second, waiting for 1 retry, $0.00");
    }

    @Test
    void failedKeys_moreThanAreKept_areCounted() {
        JobCounts counts =
                new JobCounts(1, 0, 0, 0, 0, 0, Map.of("r", 3L), 0, new TreeMap<>(Map.of("b", "r", "a\n", "r")));
        assertThat(BulkText.failedKeys(counts)).containsExactly("  a?: r", "  b: r", "  and 1 more");
    }

    @Test
    void failures_manyReasons_areTheMostFrequentThree() {
        assertThat(BulkText.failures(counts(1, Map.of("a", 1L, "b", 5000L, "c", 3L, "d", 2L))))
                .isEqualTo("5,006 failed (5,000 b, 3 c, 2 d, and other reasons)");
        assertThat(BulkText.duration(Duration.ofSeconds(7503))).isEqualTo("2 h 5 min");
    }
}
