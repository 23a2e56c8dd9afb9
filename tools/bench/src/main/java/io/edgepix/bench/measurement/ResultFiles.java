package io.edgepix.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;

/** Prints the pages of results, and writes them to files. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Prints a page, and writes it to a file after a whole run. */
    public static void publish(Setting setting, String file, String text) throws IOException {
        setting.out().println(text);
        keep(setting, file, text);
    }

    /** Writes a page to a file after a whole run. */
    public static void keep(Setting setting, String file, String text) throws IOException {
        if (setting.isWhole()) {
            Files.createDirectories(setting.results());
            Files.writeString(setting.results().resolve(file), text);
        }
    }
}
