package io.edgepix.bench.bulk;

import io.edgepix.bench.edge.ProcessorSet;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.Photographs;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.Conversion;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.Fidelity;
import io.edgepix.bench.render.Runners;
import io.edgepix.bench.render.SharpRunner;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures rendering away from a request: three derivatives of each photograph in one decoding, against three calls of
 * sharp. Then what encoders gain if they have time, and the memory of large originals.
 */
public final class BulkBenchmark implements Benchmark {
    private static final String[] BOXES = {"368x", "720x", "1440x"};
    private static final List<Format> FORMATS = List.of(Format.WEBP, Format.JPEG);
    private static final int ROUNDS = 15;
    private static final int QUICK_ROUNDS = 3;

    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        int rounds = setting.quick() ? QUICK_ROUNDS : ROUNDS;
        boolean pinned = new ProcessorSet(1).hindrance().isEmpty();
        List<BulkSide> sides = new ArrayList<>();
        try (SharpRunner decoder = SharpRunner.start(setting.peer())) {
            sides.addAll(sides(setting, pinned));
            List<CaseOriginal> originals = originals(setting, decoder);
            List<BulkCase> cases = new ArrayList<>();
            List<ResultRow> rows = new ArrayList<>();
            Fidelity fidelity = new Fidelity(decoder);
            for (Format format : FORMATS) {
                for (CaseOriginal original : originals) {
                    System.err.println("bulk " + format.token() + " " + original.name());
                    BulkCase one = BulkCase.run(original, Conversion.of(format, BOXES), sides, rounds);
                    cases.add(one);
                    rows.addAll(one.rows(fidelity));
                    fidelity.forget();
                }
            }
            BulkSummary summary = new BulkSummary(cases, sides);
            List<ResultRow> all = new ArrayList<>(summary.rows());
            all.addAll(rows);
            String encoders =
                    EncoderFigures.tables(setting, originals, Runners.allOurs().getFirst(), decoder);
            ResultFiles.publish(
                    setting,
                    "bulk.md",
                    new BulkReport(setting, loadBefore, rounds, pinned).text(summary, rows, encoders));
            return all;
        } finally {
            sides.forEach(BulkSide::close);
        }
    }

    /** Returns edgepix's fastest renderer on this machine, then its peers. */
    private static List<BulkSide> sides(Setting setting, boolean pinned) throws IOException {
        EdgepixRunner fastest = Runners.allOurs().getFirst();
        return List.of(
                BulkSide.edgepix(setting, fastest.name(), pinned),
                BulkSide.sharp(setting, "sharp, three calls", "render", pinned),
                BulkSide.sharp(setting, "sharp, three clones", "clones", pinned),
                BulkSide.sharp(setting, "sharp, one decoding", "cascade", pinned));
    }

    /** Returns the given photographs, and the samples that are not among them. */
    private static List<CaseOriginal> originals(Setting setting, SharpRunner sharp) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Photographs all : List.of(setting.photographs(), Photographs.in(setting.samples()))) {
            all.files().forEach(file -> files.putIfAbsent(String.valueOf(file.getFileName()), file));
        }
        List<CaseOriginal> originals = new ArrayList<>();
        for (Path file : files.values()) {
            if (file.toString().contains(setting.only())) {
                originals.add(sharp.original(file));
            }
        }
        return originals;
    }
}
