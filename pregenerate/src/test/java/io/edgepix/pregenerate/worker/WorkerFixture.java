package io.edgepix.pregenerate.worker;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.FakeRenderer;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.pregenerate.document.DocumentRendering;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.document.MemoryDocuments;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.JobMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workers over a bucket, a renderer, queues and a cache in memory. */
public class WorkerFixture {
    public static final String BUCKET = "pictures";
    public static final String CAT = "a/cat.jpg";
    protected static final byte[] ORIGINAL = {1, 2, 3};
    protected static final byte[] CHANGED = {3, 2, 1, 0};

    /** The limit of documents and their files. */
    protected static final int MAX_BYTES = 1000;

    /** Two sizes in two formats. */
    public static final String CONFIG = """
            {"presets": {"small": "368x", "large": "1440x"}}""";

    public final MemoryStore store = new MemoryStore();
    public final Map<String, MemoryStore> others = new HashMap<>();
    public final MemoryDocuments documents = new MemoryDocuments();
    public final FakeRenderer renderer = new FakeRenderer();
    public final MemoryQueues queues = new MemoryQueues();
    public final List<List<Key>> invalidations = new ArrayList<>();
    public final Map<String, PartResult> results = new HashMap<>();
    public final List<String> lines = new CopyOnWriteArrayList<>();

    /** Whether the stack renders documents. */
    public boolean hasDocuments = true;

    /** Renders documents. */
    public DocumentRendering rendering = WorkerFixture::render;

    /** Whether the cache refuses invalidations. */
    public boolean refusesInvalidations;

    /** Whether results cannot be written. */
    public boolean refusesResults;

    private int messages;

    /** Renders a document of two pages, which consists of the template and the data. */
    protected static RenderedDocument render(DocumentRequest request, DocumentFiles files) throws DocumentException {
        try {
            String html = new String(files.read(request.template(), MAX_BYTES), StandardCharsets.UTF_8);
            return new RenderedDocument((html + request.data()).getBytes(StandardCharsets.UTF_8), 2);
        } catch (StoreException e) {
            throw new DocumentException(DocumentException.Reason.FAILED, "no template", e);
        }
    }

    public Workers workers(String config) {
        return Workers.of(new WorkerContext(
                "function",
                ConfigReader.read(config),
                BUCKET,
                bucket -> bucket.equals(BUCKET) ? store : others.computeIfAbsent(bucket, name -> new MemoryStore()),
                renderer,
                queues,
                this::invalidate,
                this::write,
                new DocumentSettings(
                        hasDocuments,
                        new DocumentLimits(200, MAX_BYTES, 60),
                        documents,
                        (request, files) -> rendering.render(request, files)),
                3,
                1769,
                InstantSource.system(),
                lines::add));
    }

    private void write(Key key, PartResult result) {
        if (refusesResults) {
            throw new IllegalStateException("the process ended");
        }
        results.put(key.value(), result);
    }

    private void invalidate(List<Key> originals) {
        if (refusesInvalidations) {
            throw new IllegalStateException("too many");
        }
        invalidations.add(originals);
    }

    public Map<String, String> process(QueueMessage... batch) {
        return workers(CONFIG).messages().process(List.of(batch));
    }

    public QueueMessage message(String body) {
        return message(body, 1);
    }

    public QueueMessage message(String body, int deliveries) {
        messages++;
        return new QueueMessage("m" + messages, "r" + messages, body, deliveries);
    }

    public static String created(String key) {
        return notification("ObjectCreated:Put", BUCKET, key);
    }

    public static String removed(String key) {
        return notification("ObjectRemoved:Delete", BUCKET, key);
    }

    public static String notification(String event, String bucket, String key) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"%s","s3":{"bucket":{"name":"%s"},\
                "object":{"key":"%s"}}}]}""".formatted(event, bucket, URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    public static String job(String... keys) {
        return JobMessages.write(new JobMessage("j", 4, List.of(keys), List.of(), List.of()));
    }

    public void upload(String key, byte[] bytes) {
        store.originals.put(key, bytes);
    }

    /** Stores a derivative as if it had been rendered from an original. */
    public void storeDerivative(MemoryStore in, String key, byte[] original) {
        in.derivatives.put(
                key,
                new PutRequest(
                        new byte[] {9}, "image/webp", "c", Optional.empty(), MemoryStore.etag(original), "t", false));
    }

    public PutRequest stored(String key) {
        return Objects.requireNonNull(store.derivatives.get(key), key);
    }

    public long calls(String verb) {
        return store.calls.stream().filter(call -> call.startsWith(verb + " ")).count();
    }

    /** Returns the line of metrics. */
    public JsonObject metrics() {
        String line =
                lines.stream().filter(text -> text.startsWith("{\"_aws\"")).reduce("", (first, last) -> last);
        return JsonParser.parseString(line).getAsJsonObject();
    }
}
