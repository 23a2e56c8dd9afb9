package io.edgepix.comparison.peer;

import io.edgepix.cli.Npm;
import java.nio.file.Path;

/** The programs that edgepix is compared with, and the npm packages that they use. */
public final class PeerPackages {
    private PeerPackages() {}

    /**
     * Installs the packages, unless they are installed already.
     *
     * @return the folder of the programs
     */
    public static Path install(Path root) {
        Path folder = root.resolve("tools/comparison/peer");
        Npm.install(folder, "the peers");
        return folder;
    }
}
