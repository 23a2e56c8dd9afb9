package io.edgepix.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a benchmark is run with.
 *
 * @param root the project, built, packaged and with its peers installed
 * @param photographs real ones
 * @param quick whether fewer runs are enough
 * @param only a part of the words of the cases that are measured; empty for all of them
 * @param out takes the tables
 */
record Setting(Path root, Photographs photographs, boolean quick, String only, PrintStream out) {
    Path dist() {
        return root.resolve("target/dist");
    }

    Path originResponseZip() {
        return dist().resolve("origin-response.zip");
    }

    Path peer() {
        return root.resolve("tools/comparison/peer");
    }

    /** What else people use, as far as it could be had. */
    Path peers() {
        return root.resolve("tools/comparison/target/peers");
    }

    /** The compiled rule, and what is around it. */
    Path viewerRequest() {
        return root.resolve("viewer-request/target/js");
    }

    Path samples() {
        return root.resolve("target/samples");
    }

    /** Whether it is of enough runs, and of all cases. */
    boolean isWhole() {
        return !quick && only.isEmpty();
    }

    Path results() {
        return root.resolve("tools/bench/results");
    }
}
