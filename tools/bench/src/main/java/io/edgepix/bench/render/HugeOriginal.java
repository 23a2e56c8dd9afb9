package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures a JPEG of 100 megapixels in fresh processes. */
final class HugeOriginal {
    private static final int WIDTH = 12_500;
    private static final int HEIGHT = 8_000;
    private static final String NAME = "made-100-megapixels.jpg";
    private static final String BOX = "400x300";
    private static final Format FORMAT = Format.WEBP;
    private static final int ROUNDS = 3;

    private HugeOriginal() {}

    /** Returns rows that compare the memory of each edgepix runner with sharp's. */
    static List<ResultRow> rows(Setting setting, Runners runners) throws IOException {
        String words = String.join(" ", RenderKind.MEMORY.words, NAME, BOX, FORMAT.token());
        if (!words.contains(setting.only())) {
            return List.of();
        }
        System.err.println("render " + words);
        byte[] photograph = Files.readAllBytes(setting.photographs().files().getFirst());
        Path file = Files.createTempFile("edgepix-bench-", ".jpg");
        try {
            Files.write(file, runners.sharp().make("jpeg", photograph, WIDTH, HEIGHT));
            return measured(setting, runners, file);
        } finally {
            Files.delete(file);
        }
    }

    private static List<ResultRow> measured(Setting setting, Runners runners, Path file) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        for (EdgepixRunner runner : runners.ours()) {
            Measurements ours = new Measurements();
            Measurements theirs = new Measurements();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(FreshProcess.ours(runner, file, BOX, FORMAT).megabytes());
                theirs.add(FreshProcess.sharp(setting, file, BOX, FORMAT).megabytes());
            }
            rows.add(ResultRow.of(
                    new ResultRow.Case(RenderKind.MEMORY.words, NAME, BOX, FORMAT.token()),
                    new ResultRow.Value(runner.name(), ours.median()),
                    new ResultRow.Value(SharpRunner.NAME, theirs.median()),
                    "MB",
                    ROUNDS));
        }
        return rows;
    }
}
