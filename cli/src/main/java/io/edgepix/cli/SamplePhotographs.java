package io.edgepix.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Sample photographs from npm, for users without their own. */
public final class SamplePhotographs {
    private static final String PREFIX = "datasets-img-";

    private SamplePhotographs() {}

    /**
     * Installs the photographs in a folder, unless the folder exists.
     *
     * @return the folder
     */
    public static Path install(Path root, Path folder) {
        if (!Files.isDirectory(folder)) {
            Path samples = root.resolve("local-edge/samples");
            Npm.install(samples, "sample photographs");
            try {
                copy(samples.resolve("node_modules/@stdlib"), folder);
            } catch (IOException e) {
                throw new CommandException("cannot write " + folder + ": " + e.getMessage(), e);
            }
        }
        return folder;
    }

    /** Copies the photographs. The folder gets its name when it is complete. */
    private static void copy(Path packages, Path folder) throws IOException {
        Path part = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".new"));
        try (DirectoryStream<Path> samples = Files.newDirectoryStream(packages, PREFIX + "*")) {
            for (Path sample : samples) {
                String name = String.valueOf(sample.getFileName()).substring(PREFIX.length()) + ".jpg";
                Files.copy(sample.resolve("data/image.jpg"), part.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(part, folder);
    }
}
