package io.edgepix.pregenerate.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobResultsTest {
    private static final String JOB = "20261129-120000-0a1b2c3d";

    private final MemoryBucket bucket = new MemoryBucket();

    private void result(int part, PartResult result) {
        bucket.put(JobKeys.result(JOB, part), new Gson().toJson(result), "");
    }

    @Test
    void read_failedKeys_areTheFirstTen() {
        Map<String, String> keys = new TreeMap<>();
        IntStream.range(0, 12).forEach(i -> keys.put("k" + (10 + i), "unreadable"));
        result(0, new PartResult(0, 0, 0, 0, 0, Map.of("unreadable", 12), 0, 0, 12, keys));
        bucket.put(JobKeys.result(JOB, 1), "{\"originals\":1}", "");
        try (JobResults results = new JobResults(bucket, JOB)) {
            assertThat(results.read().failedKeys()).hasSize(10).containsKeys("k10", "k19");
        }
    }

    @Test
    void read_results_areAdded() {
        result(0, new PartResult(24, 60, 12, 1000, 0, Map.of("unreadable", 1), 2000, 1024, 0));
        result(1, new PartResult(23, 60, 0, 2000, 1, Map.of("unreadable", 1), 1000, 2048, 0));
        try (JobResults results = new JobResults(bucket, JOB)) {
            JobCounts counts = results.read();
            assertThat(counts)
                    .isEqualTo(new JobCounts(2, 47, 120, 12, 3000, 1, Map.of("unreadable", 2L), 4.0, Map.of()));
            assertThat(counts.settled()).isEqualTo(49);
        }
    }

    @Test
    void read_again_getsOnlyWhatChanged() {
        result(0, new PartResult(25, 1, 0, 0, 0, Map.of(), 0, 0, 0));
        result(1, new PartResult(20, 1, 0, 0, 5, Map.of(), 0, 0, 0));
        try (JobResults results = new JobResults(bucket, JOB)) {
            results.read();
            bucket.reads.clear();
            result(1, new PartResult(25, 1, 0, 0, 0, Map.of(), 0, 0, 0));
            assertThat(results.read().originals()).isEqualTo(50);
            assertThat(bucket.reads).containsExactly(JobKeys.result(JOB, 1).value());
            assertThat(results.getRequests()).isEqualTo(3);
        }
    }

    @Test
    void read_resultOfASingleKey_isAddedToo() {
        result(0, new PartResult(24, 1, 0, 0, 0, Map.of(), 0, 0, 0));
        bucket.put(
                new Key(JobKeys.results(JOB) + "00000000-0a1b2c3d.json"),
                new Gson().toJson(new PartResult(1, 1, 0, 0, 0, Map.of(), 0, 0, 0)),
                "");
        try (JobResults results = new JobResults(bucket, JOB)) {
            assertThat(results.read().originals()).isEqualTo(25);
        }
    }

    @Test
    void read_originalsOfAPartWithResultsOfTheirOwn_countOnce() {
        JobMessage part = new JobMessage(JOB, 3, List.of("a.jpg", "b.jpg", "c.jpg"), List.of(), List.of());
        result(3, new PartResult(2, 2, 0, 0, 0, Map.of(), 0, 0, 3));
        result(part.single(1).part(), new PartResult(1, 1, 0, 0, 0, Map.of(), 0, 0, 1));
        result(part.single(2).part(), new PartResult(0, 0, 0, 0, 0, Map.of("unreadable", 1), 0, 0, 1));
        result(4, new PartResult(5, 1, 0, 0, 0, Map.of(), 0, 0, 5));
        try (JobResults results = new JobResults(bucket, JOB)) {
            assertThat(results.read()).satisfies(counts -> {
                assertThat(counts.settled()).isEqualTo(8);
                assertThat(counts.failures()).isOne();
            });
        }
    }

    @Test
    void read_partThatWasSplit_countsTheResultsOfItsOriginals() {
        JobMessage part = new JobMessage(JOB, 3, List.of("a.jpg", "b.jpg"), List.of(), List.of());
        result(3, new PartResult(0, 0, 0, 0, 0, Map.of(), 0, 0, 2));
        result(part.single(0).part(), new PartResult(1, 1, 0, 0, 0, Map.of(), 0, 0, 1));
        try (JobResults results = new JobResults(bucket, JOB)) {
            assertThat(results.read().settled()).isOne();
            result(part.single(1).part(), new PartResult(1, 1, 0, 0, 0, Map.of(), 0, 0, 1));
            assertThat(results.read().settled()).isEqualTo(2);
        }
    }

    @Test
    void read_noJson_namesTheObject() {
        bucket.put(JobKeys.result(JOB, 7), "{", "");
        try (JobResults results = new JobResults(bucket, JOB)) {
            assertThatThrownBy(results::read)
                    .hasMessageContaining("parts/00000007.json: expected the JSON of ./dev bulk");
        }
    }

    @Test
    void cost_oneMillionOriginals_isThatOfThePublishedPrices() {
        // 0.29 s for each original with 1,769 MB, and three derivatives.
        JobCounts counts = new JobCounts(
                40_000, 1_000_000, 3_000_000, 0, 0, 0, Map.of(), 1_000_000 * 0.29 * 1769 / 1024, Map.of());
        assertThat(JobCost.ofOriginals(counts, 40_000, 2_000, 40_000)).isCloseTo(26.3, within(0.5));
    }
}
