package io.edgepix.localedge.lambda;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.derivative.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function's zip, unpacked as on Lambda: with the modes of the files, without their times, and read-only. */
public final class LambdaFolder implements AutoCloseable {
    private static final String CONFIG = "edgepix.json";
    private static final Set<PosixFilePermission> READ_ONLY_FOLDER = PosixFilePermissions.fromString("r-xr-xr-x");

    private final TemporaryFolder temporary;
    private final Path folder;

    private LambdaFolder(TemporaryFolder temporary) {
        this.temporary = temporary;
        this.folder = temporary.path();
    }

    /**
     * Unpacks a zip.
     *
     * @param config the text of the {@code edgepix.json} that replaces the one in the zip, or null
     * @throws UncheckedIOException if there is no such zip, or not enough space for it
     */
    public static LambdaFolder unpack(Path zip, @Nullable String config) {
        try {
            LambdaFolder unpacked = new LambdaFolder(TemporaryFolder.create("task"));
            try {
                unpacked.fill(zip);
                if (config != null) {
                    unpacked.configure(config);
                }
                Folders.permit(unpacked.folder, READ_ONLY_FOLDER);
                return unpacked;
            } catch (IOException | RuntimeException e) {
                unpacked.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip + ": " + e, e);
        }
    }

    private void fill(Path zip) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
            Path root = files.getPath("/");
            for (Path from : Folders.all(root)) {
                Path to = folder.resolve(root.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
                }
            }
        }
    }

    /**
     * Writes the part of the configuration that the viewer-request function needs to its own file, as packaging does.
     */
    private void configure(String config) throws IOException {
        replace(CONFIG, config);
        if (Files.exists(folder.resolve(Offer.FILE))) {
            replace(Offer.FILE, OfferWriter.write(ConfigReader.read(config).offer()));
        }
    }

    /**
     * Returns the configuration with which the function is packaged.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Config config() {
        try {
            return ConfigReader.readAgain(Files.readString(folder.resolve(CONFIG)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.delete(file);
        Files.writeString(file, text);
    }

    /** Returns the path of the folder. */
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            temporary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
