package io.edgepix.localedge.cli;

import io.edgepix.derivative.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an {@code edgepix.json}. */
final class ConfigFile {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "an edgepix.json (default: every field at its default)")
    private @Nullable Path file;

    Config read() {
        if (file == null) {
            return Config.defaults();
        }
        try {
            return Config.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException("cannot read the configuration " + file + ": " + e.getMessage());
        }
    }
}
