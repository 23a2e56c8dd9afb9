package io.edgepix.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;

/** Where pages go. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Prints it, and keeps it as a file where it is of a whole run. */
    public static void publish(Setting setting, String file, String text) throws IOException {
        setting.out().println(text);
        keep(setting, file, text);
    }

    /** Keeps it as a file where it is of a whole run. */
    public static void keep(Setting setting, String file, String text) throws IOException {
        if (setting.isWhole()) {
            Files.createDirectories(setting.results());
            Files.writeString(setting.results().resolve(file), text);
        }
    }
}
