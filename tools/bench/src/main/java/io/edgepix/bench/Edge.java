package io.edgepix.bench;

import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged origin-response function against one with sharp and the AWS SDK for JavaScript. */
final class Edge implements Benchmark {
    private static final String BOX = "400x300";
    private static final List<Integer> PROCESSORS = List.of(1, 2);
    private static final List<String> BOXES = List.of("200x200", BOX, "800x600");

    @Override
    public List<Row> run(Setting setting) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-bench-");
        try (LambdaFolder fresh = LambdaFolder.unpack(setting.originResponseZip(), null);
                LambdaFolder kept = LambdaFolder.unpack(setting.originResponseZip(), null);
                Stage stage = Stage.open(bucket, setting.photographs())) {
            KeptAges.restore(setting.originResponseZip(), kept.path());
            Contestant ours = new Contestant("edgepix", "", fresh.path(), "index.mjs");
            Contestant oursKept = new Contestant("edgepix", ", ages kept", kept.path(), "index.mjs");
            Contestant peer = new Contestant("sharp", "", setting.peer(), "index.mjs");
            Report report = new Report(setting);
            cold(setting, report, stage, List.of(ours, oursKept, peer));
            warm(setting, report, stage, ours, peer);
            for (int processors : PROCESSORS) {
                throughput(setting, report, stage, new Processors(processors), ours, peer);
            }
            report.publish("edge.md");
            return report.rows();
        } finally {
            Folders.delete(bucket);
        }
    }

    private static void cold(Setting setting, Report report, Stage stage, List<Contestant> contestants)
            throws IOException {
        int rounds = setting.quick() ? 3 : 15;
        for (String picture : setting.photographs().names()) {
            Shot shot = new Shot(picture, BOX);
            System.err.println("cold " + shot.uri());
            Cold cold = new Cold(stage, contestants);
            cold.measure(shot, rounds);
            report.add(cold.rows(shot));
            contestants.forEach(contestant -> report.addStart(shot, contestant, cold.of(contestant)));
        }
        report.setFloor(floor(stage, setting.peer(), rounds));
    }

    /** Milliseconds until a function that does nothing is loaded. */
    private static double floor(Stage stage, Path peer, int rounds) throws IOException {
        Samples millis = new Samples();
        Contestant empty = new Contestant("empty", "", peer, "empty.mjs");
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            NodeProcess process = stage.start(empty);
            millis.add(Stopwatch.millisSince(start));
            process.close();
        }
        return millis.median();
    }

    private static void warm(Setting setting, Report report, Stage stage, Contestant ours, Contestant peer)
            throws IOException {
        int blocks = setting.quick() ? 2 : 10;
        try (Warm warm = Warm.start(stage, ours, peer)) {
            List<Row> rows = new ArrayList<>();
            for (String picture : setting.photographs().names()) {
                for (String box : BOXES) {
                    Shot shot = new Shot(picture, box);
                    System.err.println("warm " + shot.uri());
                    rows.addAll(warm.rows(shot, blocks));
                }
            }
            rows.add(warm.memory());
            report.add(rows);
        }
    }

    private static void throughput(
            Setting setting, Report report, Stage stage, Processors processors, Contestant ours, Contestant peer)
            throws IOException {
        String hindrance = processors.hindrance();
        if (hindrance != null) {
            report.leaveOut("throughput, " + processors.count() + " vCPU", hindrance);
            return;
        }
        int blocks = setting.quick() ? 2 : 10;
        try (Throughput throughput = Throughput.start(stage, processors, ours, peer)) {
            List<Row> rows = new ArrayList<>();
            for (String picture : setting.photographs().names()) {
                Shot shot = new Shot(picture, BOX);
                System.err.println("throughput " + processors.count() + " " + shot.uri());
                rows.add(throughput.row(shot, blocks));
            }
            report.add(rows);
        }
    }
}
