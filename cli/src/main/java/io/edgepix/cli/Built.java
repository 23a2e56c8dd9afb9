package io.edgepix.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds or builds the output of {@code ./dev} below the project's folder. */
public final class Built {
    private Built() {}

    /**
     * Packages the two zips, unless those in target/dist are newer than the classes.
     *
     * @return the folder of the zips
     */
    public static Path zips(Path root) {
        Program.require("node");
        Path dist = root.resolve("target/dist");
        Path zip = dist.resolve("origin-response.zip");
        if (!Files.exists(zip) || !isNewer(zip, root.resolve("target/built-complete"))) {
            System.err.println("dev: packaging");
            Program.run(root, List.of(root.resolve("dev").toString(), "package"), "packaging failed");
        }
        return dist;
    }

    /** Returns the folder with AWS's runtime interface client, which the complete build downloads. */
    static Path client(Path root) {
        return root.resolve("tools/packaging/target/runtime-interface-client");
    }

    /** Tells whether a file was written after another one. */
    static boolean isNewer(Path file, Path than) {
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
