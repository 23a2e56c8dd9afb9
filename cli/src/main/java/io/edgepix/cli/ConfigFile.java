package io.edgepix.cli;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.derivative.ConfigText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an {@code edgepix.json}. */
final class ConfigFile {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "an edgepix.json (default: every field at its default)")
    private @Nullable Path file;

    /** What the file says, or every default. */
    Config read() {
        return named(() -> Config.parse(Objects.requireNonNullElse(text(), "{}")));
    }

    /** What the file says, or else the one that the zips in a folder carry. */
    Config read(Path dist) {
        String text = text();
        return text == null ? packaged(dist.resolve("viewer-request.zip")) : named(() -> Config.parse(text));
    }

    /** The file as it is; null where none is named. */
    @Nullable
    String text() {
        return file == null ? null : ConfigText.of(file);
    }

    /** Gives the mistakes that something finds in the configuration the name of the file. */
    <T> T named(Supplier<T> something) {
        try {
            return something.get();
        } catch (ConfigException e) {
            throw file == null ? e : e.in(file.toString());
        }
    }

    private static Config packaged(Path path) {
        try {
            return Config.parse(packagedText(path));
        } catch (ConfigException e) {
            throw e.in(path + "/edgepix.json");
        }
    }

    private static String packagedText(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry("edgepix.json");
            if (entry == null) {
                throw new CommandException(path + " holds no edgepix.json");
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new CommandException(path + ": there is no such file; ./dev package makes it");
        } catch (IOException e) {
            throw new CommandException("cannot read " + path + ": " + e.getMessage());
        }
    }
}
