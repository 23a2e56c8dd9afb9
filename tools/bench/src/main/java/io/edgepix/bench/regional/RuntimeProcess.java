package io.edgepix.bench.regional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.ProcessMemory;
import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that runs a function for the Runtime API. */
final class RuntimeProcess implements AutoCloseable {
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int SECONDS_TO_END = 60;
    private static final int LAST_LINES = 20;

    /** The answer to an event as JSON, and the milliseconds until it was here. */
    record Answer(double millis, String json) {
        /** Returns the derivative in an answer of a function URL. */
        byte[] picture() {
            JsonObject response = JsonParser.parseString(json).getAsJsonObject();
            int status = response.get("statusCode").getAsInt();
            if (status != 200) {
                throw new BenchException("expected status 200, got " + response);
            }
            return Base64.getDecoder().decode(response.get("body").getAsString());
        }
    }

    private final RuntimeApi api;
    private final Process process;
    private final Path log;
    private final long started;
    private final boolean isSnapshot;

    private RuntimeProcess(RuntimeApi api, Process process, Path log, long started, boolean isSnapshot) {
        this.api = api;
        this.process = process;
        this.log = log;
        this.started = started;
        this.isSnapshot = isSnapshot;
    }

    /** Starts a function for a bucket. */
    static RuntimeProcess start(RuntimeSide side, LocalBucket bucket) throws IOException {
        RuntimeApi api = RuntimeApi.start(bucket.accessKey(), bucket.secretKey());
        Path log = Files.createTempFile("edgepix-function-", ".log");
        ProcessBuilder builder = new ProcessBuilder(side.command())
                .directory(side.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(lambda(side, bucket, api));
        builder.environment().putAll(side.environment());
        long now = System.nanoTime();
        return new RuntimeProcess(api, builder.start(), log, now, side.isSnapshot());
    }

    private static Map<String, String> lambda(RuntimeSide side, LocalBucket bucket, RuntimeApi api) {
        Map<String, String> variables = new HashMap<>(bucket.lambdaEnvironment());
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", side.isSnapshot() ? "snap-start" : "on-demand");
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "regional");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("EDGEPIX_BUCKET", bucket.bucket());
        variables.put("EDGEPIX_BUCKET_REGION", "us-east-1");
        if (side.isSnapshot()) {
            // Functions with SnapStart get their credentials from an endpoint, and not from variables.
            variables.remove("AWS_ACCESS_KEY_ID");
            variables.remove("AWS_SECRET_ACCESS_KEY");
            variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", api.credentialsUri());
            variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
        }
        return variables;
    }

    /**
     * Waits until the function is loaded. A process that waits for a snapshot then continues as after one.
     *
     * @return milliseconds from the start of the process, or from the end of the snapshot
     */
    double awaitReady() {
        long since = started;
        if (isSnapshot) {
            await("restore/next");
            since = System.nanoTime();
            api.restore();
        }
        long ready = await("invocation/next").nanos();
        requireNoErrors();
        return (ready - since) / NANOS;
    }

    /** Java continues without a cache that it rejects, which would be another measurement. */
    private void requireNoErrors() {
        String lines = lastLines();
        if (lines.contains("][error]")) {
            throw new BenchException("the function: expected no errors of Java\n" + lines);
        }
    }

    /** Sends an event, and waits for its answer and for the next question. */
    Answer exchange(String event) {
        long sent = System.nanoTime();
        api.send(event);
        RuntimeApi.Message answer = await("response");
        await("invocation/next");
        return new Answer((answer.nanos() - sent) / NANOS, answer.body());
    }

    private RuntimeApi.Message await(String kind) {
        try {
            return api.await(kind);
        } catch (BenchException e) {
            throw new BenchException(e.getMessage() + "\n" + lastLines());
        }
    }

    /** Returns the end of the log. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return log + ": " + e;
        }
    }

    /** Returns the peak megabytes so far. */
    double peakMegabytes() throws IOException {
        return ProcessMemory.peak(process.toHandle());
    }

    /** Returns the processor time so far, in milliseconds. */
    double cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Asks the process to end, and waits until it has. */
    void end() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new BenchException("the function did not end\n" + lastLines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        api.close();
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
