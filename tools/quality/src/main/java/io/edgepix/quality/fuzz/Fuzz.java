package io.edgepix.quality.fuzz;

import io.edgepix.cli.CommandException;
import io.edgepix.cli.Program;
import io.edgepix.cli.Root;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * The command {@code ./dev fuzz}. Each renderer runs in its own process. If a fault in native code ends that process,
 * the bytes of the last input are in a file.
 */
@Command(
        name = "fuzz",
        description = "Fuzzes both renderers with Jazzer. Inputs that break a renderer are added to the inputs of the"
                + " tests.")
public final class Fuzz implements Callable<Integer> {
    private static final int MAX_SECONDS = 999_999;
    private static final List<String> RENDERERS = List.of("Portable", "Native");
    private static final String INPUTS = "imaging/src/test/resources/io/edgepix/imaging";
    private static final String CLASSES = "io.edgepix.imaging.**,com.twelvemonkeys.**";
    private static final String MAVEN_FLAGS =
            "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "the time for each renderer (default: ${DEFAULT-VALUE})")
    private int seconds = 600;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new CommandException(
                    "--seconds: expected a whole number from 1 to " + MAX_SECONDS + ", got " + seconds);
        }
        Program.require("mvn");
        for (String renderer : RENDERERS) {
            fuzz(renderer + "Renderer", renderer + "FuzzTest");
        }
        return 0;
    }

    private void fuzz(String renderer, String test) throws IOException {
        System.err.println("dev: fuzzing " + renderer + " for " + seconds + " s");
        Path last = root.folder().resolve("imaging/target/fuzz-last");
        Files.deleteIfExists(last);
        if (Program.status(root.folder(), maven(test), environment(last)) == 0) {
            return;
        }
        if (hasCrashed()) {
            System.err.println("dev: native code ended the process; the bytes are in " + last);
        }
        throw new CommandException(renderer + " failed; the inputs that Jazzer found are in "
                + root.folder().resolve(INPUTS));
    }

    private static List<String> maven(String test) {
        return List.of(
                "mvn",
                "-B",
                "-q",
                "-pl",
                "imaging",
                "-am",
                "-Dspotless.check.skip=true",
                "-Dtest=" + test,
                "-Dtest.jvm.flags=-Djazzer.hooks=true",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "test");
    }

    private Map<String, String> environment(Path last) {
        return Map.of(
                "JAZZER_FUZZ",
                "1",
                "JAZZER_MAX_DURATION",
                seconds + "s",
                "JAZZER_INSTRUMENT",
                CLASSES,
                "EDGEPIX_FUZZ_LAST",
                last.toString(),
                "MAVEN_OPTS",
                (System.getenv().getOrDefault("MAVEN_OPTS", "") + " " + MAVEN_FLAGS).strip());
    }

    /** Tells whether the JVM has written a crash report. */
    private boolean hasCrashed() throws IOException {
        try (DirectoryStream<Path> reports =
                Files.newDirectoryStream(root.folder().resolve("imaging"), "hs_err_pid*.log")) {
            return reports.iterator().hasNext();
        }
    }
}
