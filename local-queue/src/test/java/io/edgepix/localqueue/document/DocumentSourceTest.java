package io.edgepix.localqueue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.bulk.DocumentsRequest;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.Jobs;
import io.edgepix.pregenerate.bulk.MemoryBucket;
import io.edgepix.pregenerate.bulk.MessageSender;
import io.edgepix.pregenerate.job.JobKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSourceTest {
    private static final int ROWS = 250;

    /** Ends a run as a kill does. */
    private static final class KilledException extends RuntimeException {}

    @TempDir
    private Path folder;

    private final MemoryBucket bucket = new MemoryBucket();
    private final Jobs jobs = new Jobs(bucket);
    private final List<String> sent = new ArrayList<>();

    private DocumentsJob documents(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), csv);
        return new DocumentsJob(
                new Key("t.html"), DataFile.open(file, Encoding.of("UTF-8")), KeyPattern.parse("{id}.pdf"), true, true);
    }

    private static String rows() {
        StringBuilder csv = new StringBuilder("id,name\n");
        for (int i = 1; i <= ROWS; i++) {
            csv.append(i).append(",髙橋\n");
        }
        return csv.toString();
    }

    private void run(DocumentsJob documents, MessageSender sender) {
        JobRequest request = JobRequest.of(new DocumentsRequest("t.html", "e", "h", "{id}.pdf", true, true));
        Job job = jobs.unfinished(request).orElseGet(() -> jobs.start(request, Instant.EPOCH));
        try (DocumentSource source = new DocumentSource(documents, bucket)) {
            job.send(source, sender, _ -> {});
        }
    }

    private static JsonObject json(String body) {
        return JsonParser.parseString(body).getAsJsonObject();
    }

    @Test
    void send_eachRow_isAMessage() throws IOException {
        run(documents("id,name\n7,髙橋\n"), sent::addAll);

        JsonObject body = json(sent.getFirst());
        body.remove("job");
        assertThat(sent).hasSize(1);
        assertThat(body)
                .isEqualTo(json("{\"document\": {\"template\": \"t.html\", \"data\": {\"id\": \"7\", \"name\": \"髙橋\"},"
                        + " \"to\": \"7.pdf\", \"force\": true}, \"part\": 0, \"notify\": true}"));
    }

    @Test
    void send_afterAKill_repeatsTheBatchAndGoesOn() throws IOException {
        DocumentsJob documents = documents(rows());
        assertThatThrownBy(() -> run(documents, bodies -> {
                    sent.addAll(bodies);
                    if (sent.size() == 200) {
                        throw new KilledException();
                    }
                }))
                .isInstanceOf(KilledException.class);
        List<String> repeated = new ArrayList<>();

        run(documents, repeated::addAll);

        assertThat(sent).hasSize(200);
        assertThat(repeated).hasSize(150).startsWith(sent.get(100));
        assertThat(repeated.subList(0, 100)).isEqualTo(sent.subList(100, 200));
        assertThat(json(repeated.getLast()).get("part").getAsInt()).isEqualTo(ROWS - 1);
        assertThat(json(repeated.getLast())
                        .getAsJsonObject("document")
                        .get("to")
                        .getAsString())
                .isEqualTo(ROWS + ".pdf");
    }

    @Test
    void send_aLargeRow_isInTheBucket() throws IOException {
        String large = "髙".repeat(30_000);

        run(documents("id,name\n1,a\n2," + large + "\n"), sent::addAll);

        JsonObject document = json(sent.getLast()).getAsJsonObject("document");
        String job = json(sent.getLast()).get("job").getAsString();
        assertThat(document.has("data")).isFalse();
        assertThat(document.get("dataKey").getAsString())
                .isEqualTo(JobKeys.data(job, 1).value());
        assertThat(json(bucket.get(JobKeys.data(job, 1)).orElseThrow().text()))
                .isEqualTo(json("{\"id\": \"2\", \"name\": \"" + large + "\"}"));
    }

    @Test
    void send_aMarkerOfOtherRows_isRefused() throws IOException {
        assertThatThrownBy(() -> run(documents("id,name\n1,a\n"), bodies -> {
                    if (!bodies.isEmpty()) {
                        throw new KilledException();
                    }
                }))
                .isInstanceOf(KilledException.class);

        assertThatThrownBy(() -> run(documents("id,name\n2,a\n"), sent::addAll))
                .hasMessageContaining("got [1.pdf] for row 1 (line 2) in its marker");
    }
}
