package io.edgepix.viewerrequest.js;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command line program of njs, or downloads it by {@code .ci/njs}. */
final class Njs {
    private static final Path DOWNLOADED = Path.of("target/njs/usr/bin/njs");

    private Njs() {}

    /** Returns the program. Without it the test is skipped; in CI it fails. */
    static Path require() throws IOException, InterruptedException {
        Optional<Path> found = onThePath();
        if (found.isEmpty() && !Files.isExecutable(DOWNLOADED)) {
            new ProcessBuilder("../.ci/njs", "target/njs").inheritIO().start().waitFor();
        }
        Path njs = found.orElse(DOWNLOADED.toAbsolutePath());
        if (!Files.isExecutable(njs)) {
            String message = "njs IS MISSING: the CloudFront Functions are not tested in the engine of their runtime."
                    + " Install the package njs of Debian or Ubuntu.";
            System.err.println(message);
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(message);
            }
            assumeTrue(false, message);
        }
        return njs;
    }

    /** Returns the version, such as {@code 0.7.9}. */
    static String version(Path njs) throws IOException {
        Process process = new ProcessBuilder(njs.toString(), "-v").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static Optional<Path> onThePath() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "njs"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
