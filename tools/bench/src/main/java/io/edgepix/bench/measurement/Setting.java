package io.edgepix.bench.measurement;

import io.edgepix.cli.Built;
import io.edgepix.cli.Program;
import io.edgepix.cli.SamplePhotographs;
import io.edgepix.comparison.peer.PeerPackages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark is run with.
 *
 * @param root the project, built, packaged and with its peers installed
 * @param photographs real ones
 * @param quick whether fewer runs are enough
 * @param only a part of the words of the cases that are measured; empty for all of them
 * @param out takes the tables
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

    /** The compiled rule, and what is around it. */
    public Path viewerRequest() {
        return root.resolve("viewer-request/target/js");
    }

    /** Installs the sample photographs, unless they are there; returns their folder. */
    public Path samples() {
        return SamplePhotographs.install(root, root.resolve("target/samples"));
    }

    /** Whether it is of enough runs, and of all cases. */
    boolean isWhole() {
        return !quick && only.isEmpty();
    }

    Path results() {
        return root.resolve("tools/bench/results");
    }
}
