package io.edgepix.bench;

import io.edgepix.bench.bulk.BulkBenchmark;
import io.edgepix.bench.edge.EdgeBenchmark;
import io.edgepix.bench.edge.KillsBenchmark;
import io.edgepix.bench.endurance.EnduranceBenchmark;
import io.edgepix.bench.growth.GrowthBenchmark;
import io.edgepix.bench.jmh.JmhBenchmark;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Peer;
import io.edgepix.bench.measurement.Photographs;
import io.edgepix.bench.measurement.ResultJson;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.regional.RegionalBenchmark;
import io.edgepix.bench.render.RenderBenchmark;
import io.edgepix.bench.rule.RuleBenchmark;
import io.edgepix.cli.Root;
import io.edgepix.cli.SamplePhotographs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev bench}. */
@Command(name = "bench", description = "Measures edgepix and its peers side by side.")
public final class Bench implements Callable<Integer> {
    private final Map<String, Benchmark> benchmarks;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = {
                "edge: the packaged function against Node.js with sharp: cold, warm, memory, throughput",
                "regional: the regional function against Node.js with sharp: cold, with a snapshot, warm",
                "kills: the answers to viewers if the Java process is killed during a rendering",
                "endurance: pregeneration and documents under kills, lost notifications, broken pictures",
                "render: the renderers against sharp and others, in process and on one thread",
                "bulk: three derivatives of each original against sharp, without S3, and encoders that have time",
                "rule: the compiled viewer-request function against hand-written JavaScript",
                "growth: time and memory by the size of the original, and by concurrent requests",
                "jmh: paths, configuration and the portable renderer without peers, by JMH",
                "(default: all of them)"
            })
    private List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "fewer runs; writes no file of results")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description =
                    "for render: only the cases whose kind, picture, box or format contains TEXT; for bulk: only the"
                            + " pictures whose path contains TEXT; for endurance: only the parts whose name contains"
                            + " TEXT; writes no file of results")
    private String only = "";

    @Option(
            names = "--peers",
            paramLabel = "LIST",
            description = "for render: the libraries to compare with, of sharp, thumbnailator, pillow and imagemagick,"
                    + " separated by commas (default: all); sharp always takes part")
    private String peers = "sharp,thumbnailator,pillow,imagemagick";

    @Option(names = "--json", paramLabel = "FILE", description = "also writes the rows as a JSON array")
    private @Nullable Path json;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "a folder of photographs (default: ../shared/corpus/photos if it exists, else sample"
                    + " photographs)")
    private @Nullable Path pictures;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    /** Creates the command with every benchmark. */
    public Bench() {
        this(all());
    }

    Bench(Map<String, Benchmark> benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Returns the benchmarks by name, in the order in which they run. */
    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("edge", new EdgeBenchmark());
        all.put("regional", new RegionalBenchmark());
        all.put("kills", new KillsBenchmark());
        all.put("endurance", new EnduranceBenchmark());
        all.put("render", new RenderBenchmark());
        all.put("bulk", new BulkBenchmark());
        all.put("rule", new RuleBenchmark());
        all.put("growth", new GrowthBenchmark());
        all.put("jmh", new JmhBenchmark());
        return all;
    }

    @Override
    public Integer call() throws IOException {
        for (String name : names) {
            if (!benchmarks.containsKey(name)) {
                throw new BenchException("NAME: expected one of " + benchmarks.keySet() + ", got '" + name + "'");
            }
        }
        Photographs photographs = Photographs.in(pictures == null ? usualPictures() : pictures);
        Setting setting =
                new Setting(root.folder().toAbsolutePath(), photographs, quick, only, Peer.parse(peers), System.out);
        List<ResultRow> rows = new ArrayList<>();
        for (Map.Entry<String, Benchmark> benchmark : benchmarks.entrySet()) {
            if (names.isEmpty() || names.contains(benchmark.getKey())) {
                rows.addAll(benchmark.getValue().run(setting));
            }
        }
        if (json != null) {
            Files.writeString(json, ResultJson.of(rows) + "\n");
        }
        return 0;
    }

    private Path usualPictures() {
        Path corpus = root.folder().resolve("../shared/corpus/photos");
        return Files.isDirectory(corpus)
                ? corpus
                : SamplePhotographs.install(root.folder(), root.folder().resolve("target/samples"));
    }
}
