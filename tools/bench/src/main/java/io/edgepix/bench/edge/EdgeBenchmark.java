package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures the packaged origin-response function against one with sharp and the AWS SDK for JavaScript. */
public final class EdgeBenchmark implements Benchmark {
    private static final String BOX = "400x300";
    private static final List<Integer> PROCESSORS = List.of(1, 2);
    private static final List<String> BOXES = List.of("200x200", BOX, "800x600");

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        Path bucket = Files.createTempDirectory("edgepix-bench-");
        try (LambdaFolder fresh = LambdaFolder.unpack(setting.originResponseZip(), null);
                LambdaFolder kept = LambdaFolder.unpack(setting.originResponseZip(), null);
                FunctionRunner runner = FunctionRunner.open(bucket, setting.photographs())) {
            FileTimes.restore(setting.originResponseZip(), kept.path());
            FunctionUnderTest ours = new FunctionUnderTest("edgepix", "", fresh.path(), "index.mjs");
            FunctionUnderTest oursKept = new FunctionUnderTest("edgepix", ", ages kept", kept.path(), "index.mjs");
            FunctionUnderTest peer = new FunctionUnderTest("sharp", "", setting.peer(), "index.mjs");
            EdgeReport report = new EdgeReport(setting);
            cold(setting, report, runner, List.of(ours, oursKept, peer));
            warm(setting, report, runner, ours, peer);
            for (int processors : PROCESSORS) {
                throughput(setting, report, runner, new ProcessorSet(processors), ours, peer);
            }
            report.publish("edge.md");
            return report.rows();
        } finally {
            Folders.delete(bucket);
        }
    }

    private static void cold(
            Setting setting, EdgeReport report, FunctionRunner runner, List<FunctionUnderTest> functions)
            throws IOException {
        int rounds = setting.quick() ? 3 : 15;
        for (String picture : setting.photographs().names()) {
            EdgeCase edgeCase = new EdgeCase(picture, BOX);
            System.err.println("cold " + edgeCase.uri());
            ColdStarts cold = new ColdStarts(runner, functions);
            cold.measure(edgeCase, rounds);
            report.add(cold.rows(edgeCase));
            functions.forEach(function -> report.addStart(edgeCase, function, cold.of(function)));
        }
        report.setFloor(floor(runner, setting.peer(), rounds));
    }

    /** Returns the milliseconds until a function that does nothing is loaded. */
    private static double floor(FunctionRunner runner, Path peer, int rounds) throws IOException {
        Measurements millis = new Measurements();
        FunctionUnderTest empty = new FunctionUnderTest("empty", "", peer, "empty.mjs");
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            NodeProcess process = runner.start(empty);
            millis.add(Stopwatch.millisSince(start));
            process.close();
        }
        return millis.median();
    }

    private static void warm(
            Setting setting, EdgeReport report, FunctionRunner runner, FunctionUnderTest ours, FunctionUnderTest peer)
            throws IOException {
        int blocks = setting.quick() ? 2 : 10;
        try (WarmEvents warm = WarmEvents.start(runner, ours, peer)) {
            List<ResultRow> rows = new ArrayList<>();
            for (String picture : setting.photographs().names()) {
                for (String box : BOXES) {
                    EdgeCase edgeCase = new EdgeCase(picture, box);
                    System.err.println("warm " + edgeCase.uri());
                    rows.addAll(warm.rows(edgeCase, blocks));
                }
            }
            rows.add(warm.memory());
            report.add(rows);
        }
    }

    private static void throughput(
            Setting setting,
            EdgeReport report,
            FunctionRunner runner,
            ProcessorSet processors,
            FunctionUnderTest ours,
            FunctionUnderTest peer)
            throws IOException {
        Optional<String> hindrance = processors.hindrance();
        if (hindrance.isPresent()) {
            report.leaveOut("throughput, " + processors.count() + " vCPU", hindrance.get());
            return;
        }
        int blocks = setting.quick() ? 2 : 10;
        try (Throughput throughput = Throughput.start(runner, processors, ours, peer)) {
            List<ResultRow> rows = new ArrayList<>();
            for (String picture : setting.photographs().names()) {
                EdgeCase edgeCase = new EdgeCase(picture, BOX);
                System.err.println("throughput " + processors.count() + " " + edgeCase.uri());
                rows.add(throughput.row(edgeCase, blocks));
            }
            report.add(rows);
        }
    }
}
