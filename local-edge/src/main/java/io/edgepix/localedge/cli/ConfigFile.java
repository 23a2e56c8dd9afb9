package io.edgepix.localedge.cli;

import io.edgepix.derivative.Config;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        String text = text();
        return text == null ? Config.defaults() : Config.parse(text);
    }

    /** What the file says, or else the one that the zips in a folder carry. */
    Config read(Path dist) {
        String text = text();
        return Config.parse(text == null ? packaged(dist.resolve("viewer-request.zip")) : text);
    }

    /** The file as it is; null where none is named. */
    @Nullable
    String text() {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file");
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8");
        } catch (IOException e) {
            throw new UsageException("cannot read the configuration " + file + ": " + e.getMessage());
        }
    }

    private static String packaged(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry("edgepix.json");
            if (entry == null) {
                throw new UsageException(path + " holds no edgepix.json");
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UsageException(path + ": there is no such file; ./dev package makes it");
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage());
        }
    }
}
