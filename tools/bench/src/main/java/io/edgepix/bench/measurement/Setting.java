package io.edgepix.bench.measurement;

import io.edgepix.cli.Built;
import io.edgepix.cli.Program;
import io.edgepix.cli.SamplePhotographs;
import io.edgepix.comparison.peer.PeerPackages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The options of a run, and its folders.
 *
 * @param root the project's folder
 * @param photographs the originals
 * @param quick whether fewer runs are enough
 * @param only the text that the description of a measured case must contain; empty for all cases
 * @param compared the peers of the renderers
 * @param out for the tables
 */
public record Setting(
        Path root, Photographs photographs, boolean quick, String only, Set<Peer> compared, PrintStream out) {
    /** Packages the zips, unless they are up to date. Returns their folder. */
    public Path dist() {
        return Built.zips(root);
    }

    public Path originResponseZip() {
        return dist().resolve("origin-response.zip");
    }

    public Path regionalZip() {
        return dist().resolve("regional.zip");
    }

    /** Returns the folder of AWS's runtime interface client for Java, with its libraries. */
    public Path runtimeInterfaceClient() {
        return root.resolve("tools/packaging/target/runtime-interface-client");
    }

    /** Installs the peers for Node.js, unless they are installed. Returns their folder. */
    public Path peer() {
        return PeerPackages.install(root);
    }

    /** Installs the peers that are not on npm, as far as possible on this machine. Returns their folder. */
    public Path peers() {
        Path folder = root.resolve("tools/comparison/target/peers");
        Program.run(root, List.of(peer().resolve("install").toString(), folder.toString()), "cannot install the peers");
        return folder;
    }

    /** Returns the folder of the compiled rule and its handler. */
    public Path viewerRequest() {
        return root.resolve("viewer-request/target/js");
    }

    /** Installs the sample photographs, unless they are installed. Returns their folder. */
    public Path samples() {
        return SamplePhotographs.install(root, root.resolve("target/samples"));
    }

    /** Tells whether the run includes all rounds and all cases. */
    boolean isWhole() {
        return !quick && only.isEmpty();
    }

    Path results() {
        return root.resolve("tools/bench/results");
    }
}
