package io.edgepix.localqueue.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.JobResults;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.MemoryBucket;
import io.edgepix.pregenerate.bulk.MessageSender;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.listing.ListedObject;
import io.edgepix.pregenerate.message.JobMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class BulkRunTest {
    private static final JobRequest REQUEST = new JobRequest("", List.of(), List.of(), false, "", "queue", "w");
    private static final BulkRun.Pace FAST = new BulkRun.Pace(Duration.ofMillis(1), Duration.ofMillis(20));

    /** A queue of which only the length is known. */
    private final class Queue implements SqsClient {
        @Override
        public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
            return GetQueueAttributesResponse.builder()
                    .attributes(Map.of(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, String.valueOf(Math.max(0, waiting--))))
                    .build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final class Console implements BulkConsole {
        @Override
        public void show(BulkSnapshot snapshot) {
            shown.add(snapshot);
        }

        @Override
        public void line(String message) {
            lines.add(message);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final MemoryBucket bucket = new MemoryBucket();
    private final Jobs jobs = new Jobs(bucket);
    private final List<BulkSnapshot> shown = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int waiting;

    private BulkRun.Outcome run(Job job, KeySource source, MessageSender sender) {
        return run(job, bucket, source, sender);
    }

    private BulkRun.Outcome run(Job job, JobBucket from, KeySource source, MessageSender sender) {
        QueueState queue = new QueueState(new Queue(), List.of("q"), "");
        try (JobResults results = new JobResults(from, job.description().id())) {
            return new BulkRun(job, from, queue, new Console(), FAST).run(source, sender, results);
        }
    }

    private Job start() {
        return jobs.start(REQUEST, Instant.EPOCH);
    }

    private static KeySource keys(int count) {
        return position -> IntStream.range(position.isEmpty() ? 0 : Integer.parseInt(position), count)
                .mapToObj(i -> new SourceKey(i + ".jpg", String.valueOf(i + 1)))
                .iterator();
    }

    /** Reports a result for every part but those that are left out. */
    private void work(List<String> bodies, int without) {
        for (String body : bodies) {
            JobMessage part = new Gson().fromJson(body, JobMessage.class);
            if (part.part() != without) {
                PartResult result = new PartResult(part.keys().size(), 1, 0, 0, 0, Map.of(), 10, 1024, 0);
                bucket.put(JobKeys.result(part.job(), part.part()), new Gson().toJson(result), "");
            }
        }
    }

    @Test
    void run_resultForEveryPart_isDone() {
        BulkRun.Outcome outcome = run(start(), keys(1000), bodies -> work(bodies, -1));
        assertThat(outcome.end()).isEqualTo(BulkRun.End.DONE);
        assertThat(outcome.last().sent()).isEqualTo(1000);
        assertThat(outcome.last().counts().originals()).isEqualTo(1000);
        assertThat(shown.getLast()).isEqualTo(outcome.last());
    }

    @Test
    void run_aResultIsMissingAndTheQueueIsEmpty_isIncomplete() {
        waiting = 3;
        BulkRun.Outcome outcome = run(start(), keys(100), bodies -> work(bodies, 2));
        assertThat(outcome.end()).isEqualTo(BulkRun.End.INCOMPLETE);
        assertThat(outcome.last().counts().originals()).isEqualTo(75);
        assertThat(waiting).isNegative();
    }

    @Test
    void run_theBucketIsDown_saysItOnceAndEndsAfterAWhile() {
        Job job = start();
        MemoryBucket down = new MemoryBucket() {
            @Override
            public synchronized List<ListedObject> page(String prefix, String after, int max) {
                throw SdkClientException.create("connection refused");
            }
        };

        assertThatThrownBy(() -> run(job, down, keys(100), _ -> {}))
                .isInstanceOf(BulkException.class)
                .hasMessage("cannot read the results for 0 s: connection refused");
        assertThat(lines).containsExactly("cannot read the results, and will try again: connection refused");
    }

    @Test
    void run_theQueueRefuses_throwsItsReason() {
        assertThatThrownBy(() -> run(start(), keys(100), _ -> {
                    throw new BulkException("the queue refused a message");
                }))
                .hasMessage("the queue refused a message");
    }

    @Test
    void run_anotherRunSendsTheJob_showsItsProgress() {
        Job own = start();
        KeySource afterAnother = position -> {
            Job other = jobs.open(own.description().id());
            other.send(keys(30), bodies -> work(bodies, -1), _ -> {});
            return keys(30).after(position);
        };
        BulkRun.Outcome outcome = run(own, afterAnother, _ -> {});
        assertThat(outcome.last().counts().originals()).isEqualTo(30);
        assertThat(lines)
                .containsExactly(
                        "another run sends the job " + own.description().id() + "; this one only shows its progress");
    }
}
