package io.edgepix.bench.rule;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.ChildProcess;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.ResultTable;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.derivative.Offer;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the compiled viewer-request function against a hand-written one, alternately in one Node.js process. */
public final class RuleBenchmark implements Benchmark {
    private static final List<String> FILES = List.of("rule.js", "index.js");
    /** Configurations by their names in {@code rule.mjs}. The peer supports these. */
    private static final Map<String, String> CONFIGS = Map.of(
            "default",
            "{}",
            "hints",
            "{\"clientHints\":{\"dpr\":true,\"saveData\":40}}",
            "forms",
            "{\"urls\":[\"/prew/{preset}/{key}\",\"/{key}_{width}_{height}_{n}.{ext}\",\"/{width}x{height}/{key}\"]}",
            "signing",
            "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\",\"fedcba9876543210fedcba9876543210\"]}}");

    private static final int BLOCKS = 40;
    private static final int QUICK_BLOCKS = 5;

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        Path folder = Files.createTempDirectory("edgepix-bench-");
        try {
            for (Map.Entry<String, String> config : CONFIGS.entrySet()) {
                install(setting, config.getValue(), Files.createDirectory(folder.resolve(config.getKey())));
            }
            List<ResultRow> rows = rows(setting, folder);
            ResultFiles.publish(setting, "rule.md", page(setting, loadBefore, rows));
            return rows;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void install(Setting setting, String config, Path folder) throws IOException {
        for (String file : FILES) {
            Files.copy(setting.viewerRequest().resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("edgepix.json"), config);
        Files.writeString(
                folder.resolve(Offer.FILE),
                OfferWriter.write(ConfigReader.read(config).offer()));
    }

    private static List<ResultRow> rows(Setting setting, Path folder) throws IOException {
        String said = ChildProcess.output(List.of(
                "node",
                setting.peer().resolve("rule.mjs").toString(),
                folder.toString(),
                Integer.toString(setting.quick() ? QUICK_BLOCKS : BLOCKS)));
        List<ResultRow> rows = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(said).getAsJsonArray()) {
            JsonObject measured = element.getAsJsonObject();
            Measurements ours = samples(measured.getAsJsonArray("ours"));
            rows.add(ResultRow.of(
                    new ResultRow.Case("rule, " + measured.get("case").getAsString(), "-", "-", "-"),
                    new ResultRow.Value("edgepix", ours.median()),
                    new ResultRow.Value(
                            "JavaScript",
                            samples(measured.getAsJsonArray("peer")).median()),
                    "us",
                    ours.count()));
        }
        return rows;
    }

    private static Measurements samples(JsonArray values) {
        Measurements samples = new Measurements();
        values.forEach(value -> samples.add(value.getAsDouble()));
        return samples;
    }

    private static String page(Setting setting, String loadBefore, List<ResultRow> rows) throws IOException {
        return """
                # The compiled rule against hand-written JavaScript

                %s
                %d blocks of 2,000 events of each side in every row, in turns, in one process of Node.js.%s

                Both functions answer the same events, and their results are checked to be equal. `ratio` is our time
                divided by theirs: under 1.00 we are better.

                ## Lost

                %s
                ## All cases

                %s""".formatted(
                        Machine.describe(setting.peer(), loadBefore),
                        rows.getFirst().runs(),
                        setting.quick() ? " A quick run: too few to be quoted." : "",
                        ResultTable.lost(rows),
                        ResultTable.of(rows));
    }
}
