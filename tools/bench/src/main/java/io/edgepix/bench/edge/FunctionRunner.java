package io.edgepix.bench.edge;

import com.google.gson.JsonObject;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Photographs;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaEnvironment;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs functions in an emulated Lambda with one S3 server, each with the same photographs and events. */
final class FunctionRunner implements AutoCloseable {
    private static final int LAST_WORDS = 20;

    private final LocalBucket bucket;
    private final AnswerCheck check;
    private final Deque<String> said = new ArrayDeque<>();

    private FunctionRunner(LocalBucket bucket, AnswerCheck check) {
        this.bucket = bucket;
        this.check = check;
    }

    /** Starts an S3 server for a folder, and copies the photographs to the folder. */
    static FunctionRunner open(Path folder, Photographs photographs) throws IOException {
        photographs.copyTo(folder);
        return new FunctionRunner(LocalBucket.open(folder), new AnswerCheck(folder));
    }

    /** Starts a function as Lambda does; returns once the function is loaded. */
    NodeProcess start(FunctionUnderTest function) throws IOException {
        return start(List.of("node"), function);
    }

    /** Starts a function under Node.js, which the given command runs. */
    NodeProcess start(List<String> node, FunctionUnderTest function) throws IOException {
        return NodeProcess.start(
                node,
                function.folder(),
                function.module(),
                LambdaEnvironment.of(bucket.endpoint(), bucket.accessKey(), bucket.secretKey()),
                this::remember);
    }

    /**
     * Lets a function render a derivative, then checks the derivative.
     *
     * @return milliseconds from the event to the answer
     */
    double millis(FunctionUnderTest function, NodeProcess process, EdgeCase edgeCase) throws IOException {
        return millis(function, process, edgeCase, 1);
    }

    /**
     * Sends a function the given number of events, each right after the answer to the one before, then checks the
     * answers.
     *
     * @return milliseconds from the first event to the last answer
     */
    double millis(FunctionUnderTest function, NodeProcess process, EdgeCase edgeCase, int events) throws IOException {
        String event = MissEvent.of("GET", edgeCase.uri(), bucket.bucket(), "us-east-1");
        long start = System.nanoTime();
        List<JsonObject> answers = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            answers.add(process.answer(event));
        }
        double millis = Stopwatch.millisSince(start);
        try {
            check.check(function, edgeCase, answers);
        } catch (BenchException e) {
            throw new BenchException(e.getMessage() + "\n" + lastWords());
        }
        return millis;
    }

    private synchronized void remember(String line) {
        said.add(line);
        if (said.size() > LAST_WORDS) {
            said.remove();
        }
    }

    private synchronized String lastWords() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
