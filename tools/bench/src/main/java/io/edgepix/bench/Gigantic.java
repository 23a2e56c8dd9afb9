package io.edgepix.bench;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JPEG of 100 megapixels in fresh processes. */
final class Gigantic {
    private static final int WIDTH = 12_500;
    private static final int HEIGHT = 8_000;
    private static final String NAME = "made-100-megapixels.jpg";
    private static final String BOX = "400x300";
    private static final Format FORMAT = Format.WEBP;
    private static final int ROUNDS = 3;

    private Gigantic() {}

    /** Rows of memory, each of ours against sharp. */
    static List<Row> rows(Setting setting, Engines engines) throws IOException {
        String words = String.join(" ", Target.MEMORY.words, NAME, BOX, FORMAT.token());
        if (!words.contains(setting.only())) {
            return List.of();
        }
        System.err.println("render " + words);
        byte[] photograph = Files.readAllBytes(setting.photographs().files().getFirst());
        Path file = Files.createTempFile("edgepix-bench-", ".jpg");
        try {
            Files.write(file, engines.sharp().make("jpeg", photograph, WIDTH, HEIGHT));
            return measured(setting, engines, file);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Row> measured(Setting setting, Engines engines, Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (OurEngine engine : engines.ours()) {
            Samples ours = new Samples();
            Samples theirs = new Samples();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(Fresh.ours(engine, file, BOX, FORMAT).megabytes());
                theirs.add(Fresh.sharp(setting, file, BOX, FORMAT).megabytes());
            }
            rows.add(Row.of(
                    Target.MEMORY.words,
                    NAME,
                    BOX,
                    FORMAT.token(),
                    new Row.Value(engine.name(), ours.median()),
                    new Row.Value(Sharp.NAME, theirs.median()),
                    "MB",
                    ROUNDS));
        }
        return rows;
    }
}
