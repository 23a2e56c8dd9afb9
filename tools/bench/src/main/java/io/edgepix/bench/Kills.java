package io.edgepix.bench;

import io.edgepix.derivative.Key;
import io.edgepix.localedge.Pair;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Kills the Java process in the middle of a rendering, and asks for another derivative at once. Every derivative is asked
 * for but once, since an error is remembered for some seconds.
 */
final class Kills implements Benchmark {
    private static final int TIMES = 20;
    private static final String BIG = "big-original.jpg";

    @Override
    public List<Row> run(Setting setting) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-bench-");
        try {
            setting.photographs().copyTo(bucket);
            BigOriginal.write(setting.photographs().files().getFirst(), bucket.resolve(BIG));
            String usual = new Key(setting.photographs().names().getFirst()).path();
            try (Pair pair = Pair.startPackaged(0, bucket, setting.dist(), null);
                    Viewer viewer = new Viewer(pair.port())) {
                Verdict verdict = new Verdict(kills(viewer, usual, setting));
                setting.out().println(verdict.sentence());
                verdict.require(TIMES);
            }
        } finally {
            Folders.delete(bucket);
        }
        return List.of();
    }

    private static List<Kill> kills(Viewer viewer, String usual, Setting setting) throws IOException {
        Duration whole = processorTime(viewer);
        setting.out()
                .printf(
                        "Rendering %s takes %d ms of processor time; killed after half of it.%n",
                        BIG, whole.toMillis());
        List<Kill> kills = new ArrayList<>();
        for (int i = 1; i <= TIMES; i++) {
            Kill kill = kill(viewer, usual, i, whole.dividedBy(2));
            setting.out().printf("%2d. %s%n", i, kill.sentence());
            kills.add(kill);
        }
        return kills;
    }

    /** What one rendering of the big original takes of a process that has done one already. */
    private static Duration processorTime(Viewer viewer) throws IOException {
        good(viewer, big(300, 100));
        JavaChild child = JavaChild.find();
        Duration before = child.processorTime();
        good(viewer, big(400, 100));
        return child.processorTime().minus(before);
    }

    private static void good(Viewer viewer, String path) throws IOException {
        int status = Viewer.await(viewer.ask(path)).status();
        if (status != 200) {
            throw new BenchException(path + " gives " + status + " without anybody killed");
        }
    }

    private static Kill kill(Viewer viewer, String usual, int number, Duration after) throws IOException {
        JavaChild child = JavaChild.find();
        Duration start = child.processorTime();
        CompletableFuture<Viewer.Answer> interrupted = viewer.ask(big(200, number * 5));
        child.awaitProcessorTime(start.plus(after));
        boolean inTime = !interrupted.isDone();
        child.kill();
        Viewer.Answer error = Viewer.await(interrupted);
        Viewer.Answer next = Viewer.await(viewer.ask(usual + "?d=200x200&q=" + number * 5));
        return new Kill(inTime, error.status(), next);
    }

    private static String big(int side, int quality) {
        return "/" + BIG + "?d=" + side + "x" + side + "&q=" + quality;
    }
}
