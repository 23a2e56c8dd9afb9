package io.edgepix.pregenerate.worker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.original.OriginalResult;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Writes one line for each batch, in CloudWatch's embedded metric format. */
final class BatchMetrics {
    private static final String NAMESPACE = "edgepix";
    private static final String WORKER = "Worker";

    private final String worker;
    private final InstantSource clock;
    private final Consumer<String> lines;

    /**
     * Creates metrics.
     *
     * @param worker the dimension: {@code function} or {@code container}
     */
    BatchMetrics(String worker, InstantSource clock, Consumer<String> lines) {
        this.worker = worker;
        this.clock = clock;
        this.lines = lines;
    }

    void write(int messages, int again, Outcomes outcomes, Collection<RenderingOutcome> documents, long millis) {
        List<OriginalResult> done = outcomes.all().stream()
                .filter(Outcome.Done.class::isInstance)
                .map(outcome -> ((Outcome.Done) outcome).result())
                .toList();
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("Messages", (long) messages);
        values.put("Retried", (long) again);
        values.put("Originals", (long) outcomes.all().size());
        values.put("Done", (long) done.size());
        values.put("Heavy", count(outcomes, Outcome.Heavy.class));
        values.put("Failed", count(outcomes, Outcome.Failed.class));
        values.put("Rendered", sum(done, OriginalResult::rendered));
        values.put("Found", sum(done, OriginalResult::found));
        values.put("Decodings", sum(done, OriginalResult::decodings));
        values.put("Removed", sum(done, OriginalResult::removed));
        values.put("Invalidated", (long) outcomes.changed().size());
        values.put("RenderedBytes", sum(done, OriginalResult::bytes));
        values.put("BatchMillis", millis);
        // CloudWatch bills each metric, so a stack without documents has none of theirs.
        if (!documents.isEmpty()) {
            addDocuments(values, documents);
        }
        lines.accept(line(values).toString());
    }

    private static void addDocuments(Map<String, Long> values, Collection<RenderingOutcome> documents) {
        List<RenderingOutcome.Done> rendered = documents.stream()
                .filter(RenderingOutcome.Done.class::isInstance)
                .map(RenderingOutcome.Done.class::cast)
                .filter(RenderingOutcome.Done::isRendered)
                .toList();
        long done = documents.stream()
                .filter(RenderingOutcome.Done.class::isInstance)
                .count();
        values.put("Documents", (long) documents.size());
        values.put("DocumentsRendered", (long) rendered.size());
        values.put("DocumentsExisted", done - rendered.size());
        values.put("DocumentPages", sum(rendered, RenderingOutcome.Done::pages));
        values.put("DocumentBytes", sum(rendered, RenderingOutcome.Done::bytes));
    }

    private static long count(Outcomes outcomes, Class<? extends Outcome> kind) {
        return outcomes.all().stream().filter(kind::isInstance).count();
    }

    private static <T> long sum(List<T> results, ToLongFunction<T> value) {
        return results.stream().mapToLong(value).sum();
    }

    private JsonObject line(Map<String, Long> values) {
        JsonArray metrics = new JsonArray();
        JsonObject line = new JsonObject();
        JsonObject aws = new JsonObject();
        line.add("_aws", aws);
        line.addProperty(WORKER, worker);
        values.forEach((name, value) -> {
            JsonObject metric = new JsonObject();
            metric.addProperty("Name", name);
            metric.addProperty("Unit", unit(name));
            metrics.add(metric);
            line.addProperty(name, value);
        });
        JsonArray dimensions = new JsonArray();
        JsonArray set = new JsonArray();
        set.add(WORKER);
        dimensions.add(set);
        JsonObject directive = new JsonObject();
        directive.addProperty("Namespace", NAMESPACE);
        directive.add("Dimensions", dimensions);
        directive.add("Metrics", metrics);
        JsonArray directives = new JsonArray();
        directives.add(directive);
        aws.addProperty("Timestamp", clock.millis());
        aws.add("CloudWatchMetrics", directives);
        return line;
    }

    private static String unit(String name) {
        if (name.endsWith("Millis")) {
            return "Milliseconds";
        }
        return name.endsWith("Bytes") ? "Bytes" : "Count";
    }
}
