package io.edgepix.bench.regional;

import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.edge.ProcessorSet;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localedge.lambda.LambdaFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the regional function under AWS's runtime interface client against a function of Node.js with sharp, as in
 * AWS's sample image-optimization. Each has one processor, as a function with 1,769 MB has.
 */
public final class RegionalBenchmark implements Benchmark {
    private static final String BOX = "400x300";
    private static final List<String> BOXES = List.of("200x200", BOX, "800x600");

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        new ProcessorSet(1).hindrance().ifPresent(why -> {
            throw new BenchException("regional: expected one processor for each function, but " + why);
        });
        Path scratch = Files.createTempDirectory("edgepix-bench-");
        Path bucket = Files.createDirectory(scratch.resolve("bucket"));
        try (LambdaFolder task = LambdaFolder.unpack(setting.regionalZip(), null);
                RegionalRunner runner = RegionalRunner.open(bucket, setting.photographs())) {
            RegionalReport report = new RegionalReport(setting);
            JavaRuntime java = JavaRuntime.of(setting.runtimeInterfaceClient(), scratch);
            List<EdgeCase> training = setting.photographs().names().stream()
                    .map(picture -> new EdgeCase(picture, BOX))
                    .toList();
            System.err.println("training");
            RegionalSides sides = RegionalSides.of(java, runner, task.path(), setting.peer(), training, scratch);
            cold(setting, report, runner, sides, training);
            warm(setting, report, runner, sides);
            report.publish("regional.md");
            return report.rows();
        } finally {
            Folders.delete(scratch);
        }
    }

    private static void cold(
            Setting setting, RegionalReport report, RegionalRunner runner, RegionalSides sides, List<EdgeCase> cases)
            throws IOException {
        int rounds = setting.quick() ? 3 : 9;
        for (EdgeCase edgeCase : cases) {
            System.err.println("cold " + edgeCase.uri());
            RegionalStarts starts = new RegionalStarts(runner, sides.all());
            starts.measure(edgeCase, rounds);
            report.add(starts.rows(edgeCase));
            sides.all().forEach(side -> report.addStart(edgeCase, side, starts.of(side)));
        }
    }

    private static void warm(Setting setting, RegionalReport report, RegionalRunner runner, RegionalSides sides)
            throws IOException {
        int blocks = setting.quick() ? 2 : 10;
        List<EdgeCase> cases = setting.photographs().names().stream()
                .flatMap(picture -> BOXES.stream().map(box -> new EdgeCase(picture, box)))
                .toList();
        try (RegionalWarm warm = RegionalWarm.start(runner, List.of(sides.primed(), sides.plain(), sides.peer()))) {
            System.err.println("warm-up");
            warm.warmUp(cases);
            for (EdgeCase edgeCase : cases) {
                System.err.println("warm " + edgeCase.uri());
                report.add(warm.rows(edgeCase, blocks));
            }
            report.add(warm.memory());
        }
    }
}
