package io.edgepix.cli;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.ConfigText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an {@code edgepix.json}. */
public final class ConfigFile {
    private static final String DEFAULT = "{}";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "an edgepix.json (default: the default of every field)")
    private @Nullable Path file;

    /** Returns the configuration of the file, or the default one if no file is given. */
    public Config read() {
        return named(() -> ConfigReader.read(text().orElse(DEFAULT)));
    }

    /** Returns the configuration of the file, or that of the zips in a folder if no file is given. */
    Config read(Path dist) {
        return text().map(text -> named(() -> ConfigReader.read(text))).orElseGet(() -> packaged(zip(dist)));
    }

    /** Returns the text of the file, if one is given. */
    public Optional<String> text() {
        return Optional.ofNullable(file).map(ConfigText::of);
    }

    /** Returns the text of the file; if none is given, that of the zips in a folder, or the default one. */
    String text(Optional<Path> dist) {
        return text().orElseGet(
                        () -> dist.map(folder -> packagedText(zip(folder))).orElse(DEFAULT));
    }

    /** Reads something from the configuration. Errors get the name of the file. */
    public <T> T named(Supplier<T> something) {
        try {
            return something.get();
        } catch (ConfigException e) {
            throw file == null ? e : e.in(file.toString());
        }
    }

    private static Path zip(Path dist) {
        return dist.resolve("viewer-request.zip");
    }

    private static Config packaged(Path path) {
        try {
            return ConfigReader.read(packagedText(path));
        } catch (ConfigException e) {
            throw e.in(path + "/edgepix.json");
        }
    }

    private static String packagedText(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry("edgepix.json");
            if (entry == null) {
                throw new CommandException(path + ": expected edgepix.json in it, got none");
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new CommandException(path + ": expected a file, got none; ./dev package creates it");
        } catch (IOException e) {
            throw new CommandException("cannot read " + path + ": " + e.getMessage());
        }
    }
}
