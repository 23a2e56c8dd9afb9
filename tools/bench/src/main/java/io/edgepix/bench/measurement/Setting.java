package io.edgepix.bench.measurement;

import io.edgepix.cli.Built;
import io.edgepix.cli.Program;
import io.edgepix.cli.SamplePhotographs;
import io.edgepix.comparison.peer.PeerPackages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The options of a run, and the folders that it uses.
 *
 * @param root the project's folder
 * @param photographs the originals
 * @param quick whether fewer runs are enough
 * @param only text that the words of a measured case contain; empty for all cases
 * @param out for the tables
 */
public record Setting(Path root, Photographs photographs, boolean quick, String only, PrintStream out) {
    /** Packages the zips, unless they are up to date; returns their folder. */
    public Path dist() {
        return Built.zips(root);
    }

    public Path originResponseZip() {
        return dist().resolve("origin-response.zip");
    }

    /** Installs the programs of peers under Node.js, unless they are there; returns their folder. */
    public Path peer() {
        return PeerPackages.install(root);
    }

    /** Installs the peers that npm does not have, as far as this machine can; returns their folder. */
    public Path peers() {
        Path folder = root.resolve("tools/comparison/target/peers");
        Program.run(
                root, List.of(peer().resolve("install").toString(), folder.toString()), "the peers: cannot install");
        return folder;
    }

    /** Returns the folder of the compiled rule and its handler. */
    public Path viewerRequest() {
        return root.resolve("viewer-request/target/js");
    }

    /** Installs the sample photographs, unless they are there; returns their folder. */
    public Path samples() {
        return SamplePhotographs.install(root, root.resolve("target/samples"));
    }

    /** Tells whether the run has enough rounds and all cases. */
    boolean isWhole() {
        return !quick && only.isEmpty();
    }

    Path results() {
        return root.resolve("tools/bench/results");
    }
}
