package io.edgepix.pregenerate.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.message.JobMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final JobRequest REQUEST =
            new JobRequest("", List.of("small"), List.of("webp"), false, "", "queue", "w");
    private static final List<String> KEYS =
            IntStream.range(0, 1030).mapToObj(i -> String.format("%05d.jpg", i)).toList();

    /** Ends a run as a kill does: nothing after it happens. */
    private static final class KilledException extends RuntimeException {}

    /** A bucket and a queue that kill the run before or after the n-th of their calls. */
    private static final class Killing extends MemoryBucket implements MessageSender {
        private final List<JobMessage> sent = new ArrayList<>();
        private int callsToKill;

        private void step() {
            if (--callsToKill == 0) {
                throw new KilledException();
            }
        }

        @Override
        public synchronized String put(Key key, String text, String expected) {
            step();
            String etag = super.put(key, text, expected);
            step();
            return etag;
        }

        @Override
        public void send(List<String> bodies) {
            step();
            bodies.forEach(body -> sent.add(new Gson().fromJson(body, JobMessage.class)));
            step();
        }
    }

    private final Killing bucket = new Killing();
    private final Jobs jobs = new Jobs(bucket);

    private static Iterator<SourceKey> after(List<String> keys, String position) {
        return keys.stream()
                .filter(key -> key.compareTo(position) > 0)
                .map(key -> new SourceKey(key, key))
                .iterator();
    }

    private Job run(KeySource source) {
        Job job = jobs.unfinished(REQUEST).orElseGet(() -> jobs.start(REQUEST, NOW));
        job.send(source, bucket, _ -> {});
        return job;
    }

    @Test
    void send_allKeys_areInPartsOfTwentyFive() {
        Job job = run(position -> after(KEYS, position));
        assertThat(bucket.sent).hasSize(42);
        assertThat(bucket.sent.getFirst())
                .isEqualTo(new JobMessage(
                        job.description().id(), 0, KEYS.subList(0, 25), List.of("small"), List.of("webp")));
        assertThat(bucket.sent.getLast().keys()).hasSize(5);
        assertThat(job.marker().originals()).isEqualTo(1030);
        assertThat(job.marker().complete()).isTrue();
        assertThat(job.description().id()).matches("20261129-120000-[0-9a-f]{8}");
    }

    @Test
    void send_killedAtEachStep_repeatsAtMostOneBatchAndChangesNoPart() {
        for (int kill = 1; kill < 28; kill++) {
            Killing killed = new Killing();
            Jobs of = new Jobs(killed);
            killed.callsToKill = kill;
            List<String> bucketNow = new ArrayList<>(KEYS);
            try {
                of.start(REQUEST, NOW).send(position -> after(bucketNow, position), killed, _ -> {});
            } catch (KilledException e) {
                // Meanwhile workers have rendered, so a listing of what is missing would now be different.
                bucketNow.removeIf(
                        key -> killed.sent.stream().anyMatch(part -> part.keys().contains(key)));
            }
            Job job = of.unfinished(REQUEST).orElseGet(() -> of.start(REQUEST, NOW));
            job.send(position -> after(bucketNow, position), killed, _ -> {});
            assertThat(killed.sent.size() - 42)
                    .as("repeated after call %s", kill)
                    .isBetween(0, 10);
            assertEachPartIsTheSameEachTime(killed.sent);
            assertThat(job.marker().originals()).isEqualTo(KEYS.size());
            assertThat(job.marker().nextPart()).isEqualTo(42);
        }
    }

    private static void assertEachPartIsTheSameEachTime(List<JobMessage> sent) {
        Map<Integer, JobMessage> parts = new HashMap<>();
        for (JobMessage message : sent) {
            JobMessage before = parts.putIfAbsent(message.part(), message);
            assertThat(before == null || before.equals(message)).isTrue();
        }
        TreeSet<String> keys = new TreeSet<>();
        parts.values()
                .forEach(part ->
                        part.keys().forEach(key -> assertThat(keys.add(key)).isTrue()));
        assertThat(keys).containsExactlyElementsOf(KEYS);
    }

    @Test
    void send_everythingIsSent_sendsNothingAgain() {
        run(position -> after(KEYS, position));
        int before = bucket.sent.size();
        run(position -> after(KEYS, position));
        assertThat(bucket.sent).hasSize(before);
    }

    @Test
    void send_anotherRunHasSentMeanwhile_stops() {
        Job one = jobs.start(REQUEST, NOW);
        one.send(_ -> after(KEYS.subList(0, 1), ""), bucket, _ -> {});
        Job other = jobs.open(one.description().id());
        other.end();
        assertThatThrownBy(one::end).isInstanceOf(StateChangedException.class);
    }

    @Test
    void unfinished_endedJob_isNotContinued() {
        run(position -> after(KEYS, position)).end();
        assertThat(jobs.unfinished(REQUEST)).isEmpty();
    }

    @Test
    void unfinished_anotherRequest_isAnotherJob() {
        run(position -> after(KEYS, position));
        assertThat(jobs.unfinished(new JobRequest("a/", List.of("small"), List.of("webp"), false, "", "queue", "w")))
                .isEmpty();
        assertThat(jobs.unfinished(new JobRequest("", List.of("small"), List.of("webp"), false, "", "queue", "other")))
                .isEmpty();
    }

    @Test
    void open_markerOfAnotherRun_isRefused() {
        Job job = jobs.start(REQUEST, NOW);
        String id = job.description().id();
        bucket.put(JobKeys.marker(id), JobJson.text(Marker.start("20260101-000000-00000000")), "");
        assertThatThrownBy(() -> jobs.open(id))
                .hasMessage(".edgepix/jobs/" + id + "/marker.json: expected the marker of the job " + id
                        + ", got that of 20260101-000000-00000000; delete it, and the job starts at its first key");
    }

    @Test
    void open_markerThatIsNoJson_isRefused() {
        String id = jobs.start(REQUEST, NOW).description().id();
        bucket.put(JobKeys.marker(id), "{\"job\":", "");
        assertThatThrownBy(() -> jobs.open(id)).hasMessageContaining("marker.json: expected the JSON of ./dev bulk");
    }

    @Test
    void open_noJob_isRefused() {
        assertThatThrownBy(() -> jobs.open("20260101-000000-00000000")).hasMessageContaining("expected .edgepix/jobs/");
        assertThatThrownBy(() -> jobs.open("../x")).hasMessageContaining("at most 64 letters, digits and hyphens");
    }

    @Test
    void send_keysThatSqsRefuses_areEscaped() {
        List<String> bodies = new ArrayList<>();
        jobs.start(REQUEST, NOW).send(_ -> after(List.of("\uFFFE\uFFFF\u0001<é"), ""), bodies::addAll, _ -> {});
        assertThat(bodies.getFirst()).contains("\"keys\":[\"\\ufffe\\uffff\\u0001<é\"]");
    }
}
