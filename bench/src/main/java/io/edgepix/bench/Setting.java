package io.edgepix.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a benchmark is run with.
 *
 * @param root the project, built, packaged and with its peers installed
 * @param photographs real ones
 * @param quick whether fewer runs are enough
 * @param out takes the tables
 */
record Setting(Path root, Photographs photographs, boolean quick, PrintStream out) {
    Path dist() {
        return root.resolve("target/dist");
    }

    Path originResponseZip() {
        return dist().resolve("origin-response.zip");
    }

    Path peer() {
        return root.resolve("bench/peer");
    }

    Path results() {
        return root.resolve("bench/results");
    }
}
