package io.edgepix.localqueue.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.cli.CommandException;
import io.edgepix.cli.ConfigFile;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.MemoryBucket;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.listing.KeyOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class RequestedJobTest {
    private static final String DEFAULTS = "{}";

    /** No request of this test reaches S3. */
    private static final class NoS3 implements S3Client {
        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** No request of this test reaches SQS. */
    private static final class NoSqs implements SqsClient {
        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final MemoryBucket bucket = new MemoryBucket().add("a.jpg", 1).add("travel/b.jpg", 1);

    private static JobRequest request(String prefix, List<String> sizes, String engine) {
        return new JobRequest(prefix, sizes, List.of(), false, "", engine, "");
    }

    private RequestedJob requested(String configuration, JobRequest options, @Nullable String id) {
        BulkClients clients = new BulkClients("pictures", KeyOrder.UTF_8, new NoS3(), new NoSqs());
        BulkPlace place =
                new BulkPlace("pictures", "eu-central-1", clients, List.of(), "", configuration, Duration.ZERO);
        return new RequestedJob(place, bucket, new ConfigFile(), options, id);
    }

    private static List<String> keys(KeySource source) {
        List<String> keys = new ArrayList<>();
        source.after("").forEachRemaining((SourceKey key) -> keys.add(key.key()));
        return keys;
    }

    @Test
    void job_thatIsContinuedById_hasTheSizesWithWhichItStarted() {
        JobRequest options = request("travel/", List.of("small"), "s3-batch");
        String id = requested(DEFAULTS, options, null).open().description().id();
        RequestedJob again = requested(DEFAULTS, request("", List.of(), "s3-batch"), id);

        Job job = again.open();

        assertThat(job.description().request().sizes()).containsExactly("small");
        assertThat(keys(again.source(job))).containsExactly("travel/b.jpg");
    }

    @Test
    void job_thatIsContinuedWithAnotherConfiguration_isRefused() {
        JobRequest options = request("", List.of(), "s3-batch");
        String id = requested(DEFAULTS, options, null).open().description().id();
        RequestedJob again = requested("{\"pregenerate\": {\"formats\": [\"jpeg\"]}}", options, id);

        Job job = again.open();

        assertThatThrownBy(() -> again.source(job))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("job " + id + ": expected the configuration with which it started");
    }

    @Test
    void job_thatIsContinuedWithAnotherEngine_isRefused() {
        String id = requested(DEFAULTS, request("", List.of(), "queue"), null)
                .open()
                .description()
                .id();

        assertThatThrownBy(() -> requested(DEFAULTS, request("", List.of(), "s3-batch"), id)
                        .open())
                .hasMessage("--job " + id + ": expected --engine queue, as in that job, got s3-batch");
    }

    @Test
    void job_thatIsContinuedWithAnotherRequest_isRefused() {
        String id = requested(DEFAULTS, request("", List.of("small"), "queue"), null)
                .open()
                .description()
                .id();

        assertThatThrownBy(() -> requested(DEFAULTS, request("", List.of("large"), "queue"), id)
                        .open())
                .hasMessage("--job " + id + ": expected the request of that job (--sizes small), got --sizes large;"
                        + " without --job, this is a new job");
    }

    @Test
    void sameRequest_isTheSameUnfinishedJob() {
        JobRequest options = request("", List.of("small"), "queue");
        String id = requested(DEFAULTS, options, null).open().description().id();

        assertThat(requested(DEFAULTS, options, null).open().description().id()).isEqualTo(id);
        assertThat(requested(DEFAULTS, request("", List.of("large"), "queue"), null)
                        .open()
                        .description()
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void prefix_withWhichNoOriginalBegins_isRefused() {
        requested(DEFAULTS, request("travel/", List.of(), "queue"), null).checkPrefix();
        assertThatThrownBy(() -> requested(DEFAULTS, request("trip/", List.of(), "queue"), null)
                        .checkPrefix())
                .hasMessage("--prefix trip/: no original in the bucket begins with it");
    }
}
