package io.edgepix.bench.regional;

import io.edgepix.bench.edge.AnswerCheck;
import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Photographs;
import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs functions with one S3 server, each with the same photographs and events. */
record RegionalRunner(LocalBucket bucket, AnswerCheck check) implements AutoCloseable {
    /** Starts an S3 server for a folder, and copies the photographs to the folder. */
    static RegionalRunner open(Path folder, Photographs photographs) throws IOException {
        photographs.copyTo(folder);
        return new RegionalRunner(LocalBucket.open(folder), new AnswerCheck(folder));
    }

    RuntimeProcess start(RuntimeSide side) throws IOException {
        return RuntimeProcess.start(side, bucket);
    }

    /**
     * Lets a function render a derivative, then checks the derivative.
     *
     * @return milliseconds from the event to the answer
     */
    double millis(RuntimeSide side, RuntimeProcess process, EdgeCase edgeCase) throws IOException {
        RuntimeProcess.Answer answer = process.exchange(FunctionUrlEvent.get(edgeCase.uri()));
        try {
            check.checkPictures(side.engine(), edgeCase, List.of(answer.picture()));
        } catch (BenchException e) {
            throw new BenchException(e.getMessage() + "\n" + process.lastLines());
        }
        return answer.millis();
    }

    @Override
    public void close() {
        bucket.close();
    }
}
