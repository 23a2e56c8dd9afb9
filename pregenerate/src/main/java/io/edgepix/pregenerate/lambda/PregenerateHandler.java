package io.edgepix.pregenerate.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.edgepix.pregenerate.worker.RemainingTime;
import io.edgepix.pregenerate.worker.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The function: batches of a queue, and tasks of S3 Batch Operations. */
public final class PregenerateHandler implements RequestStreamHandler {
    private final Supplier<Workers> workers;

    /** Creates the function from environment variables. */
    public PregenerateHandler() {
        this(SnapshotWorkers.of(System.getenv()));
    }

    /** Creates the function with given workers. */
    public PregenerateHandler(Workers workers) {
        this(() -> workers);
    }

    private PregenerateHandler(Supplier<Workers> workers) {
        this.workers = workers;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonObject event = event(input.readAllBytes());
        RemainingTime time = new RemainingTime(context::getRemainingTimeInMillis);
        JsonObject answer = event.has("invocationSchemaVersion")
                ? S3BatchInvocation.of(event).answer(workers.get().keys(), time::isOutForOriginals)
                : QueueInvocation.of(event).answer(workers.get().messages(), time);
        output.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject event(byte[] json) {
        try {
            JsonElement event = JsonParser.parseString(new String(json, StandardCharsets.UTF_8));
            if (event instanceof JsonObject object) {
                return object;
            }
            throw new IllegalArgumentException("expected an event as a JSON object, got " + event);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("expected an event as JSON: " + e.getMessage(), e);
        }
    }
}
