package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.derivative.Key;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Kills the Java process during a rendering, and immediately requests a different derivative. Every derivative is
 * requested only once, since errors are cached for some seconds.
 */
public final class KillsBenchmark implements Benchmark {
    private static final int TIMES = 20;
    private static final String BIG = "big-original.jpg";

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-bench-");
        try {
            setting.photographs().copyTo(bucket);
            LargeJpeg.write(setting.photographs().files().getFirst(), bucket.resolve(BIG));
            String usual = new Key(setting.photographs().names().getFirst()).path();
            try (LocalDeployment pair = LocalDeployment.startPackaged(0, bucket, setting.dist(), null);
                    EdgeClient viewer = new EdgeClient(pair.port())) {
                KillReport verdict = new KillReport(kills(viewer, usual, setting));
                setting.out().println(verdict.sentence());
                verdict.require(TIMES);
            }
        } finally {
            Folders.delete(bucket);
        }
        return List.of();
    }

    private static List<KillReport.Kill> kills(EdgeClient viewer, String usual, Setting setting) throws IOException {
        Duration whole = processorTime(viewer);
        setting.out()
                .printf(
                        "Rendering %s takes %d ms of processor time. The process is killed after a third of it.%n",
                        BIG, whole.toMillis());
        List<KillReport.Kill> kills = new ArrayList<>();
        for (int i = 1; i <= TIMES; i++) {
            KillReport.Kill kill = kill(viewer, usual, i, whole.dividedBy(3));
            setting.out().printf("%2d. %s%n", i, kill.sentence());
            kills.add(kill);
        }
        return kills;
    }

    /** Returns the processor time of rendering the large original in a process that has rendered it before. */
    private static Duration processorTime(EdgeClient viewer) throws IOException {
        good(viewer, big(300, 100));
        JavaProcess child = JavaProcess.find();
        Duration before = child.processorTime();
        // The same size as in kill, since larger derivatives are decoded finer; a different fit, since none is stored.
        good(viewer, big(200, 100) + "&fit=fill");
        return child.processorTime().minus(before);
    }

    private static void good(EdgeClient viewer, String path) throws IOException {
        int status = EdgeClient.await(viewer.ask(path)).status();
        if (status != 200) {
            throw new BenchException(path + ": expected status 200 before any kill, got " + status);
        }
    }

    private static KillReport.Kill kill(EdgeClient viewer, String usual, int number, Duration after)
            throws IOException {
        JavaProcess child = JavaProcess.find();
        Duration start = child.processorTime();
        CompletableFuture<EdgeClient.Answer> interrupted = viewer.ask(big(200, number * 5));
        child.awaitProcessorTime(start.plus(after));
        boolean inTime = !interrupted.isDone();
        child.kill();
        EdgeClient.Answer error = EdgeClient.await(interrupted);
        EdgeClient.Answer next = EdgeClient.await(viewer.ask(usual + "?d=200x200&q=" + number * 5));
        return new KillReport.Kill(inTime, error.status(), next);
    }

    private static String big(int side, int quality) {
        return "/" + BIG + "?d=" + side + "x" + side + "&q=" + quality;
    }
}
