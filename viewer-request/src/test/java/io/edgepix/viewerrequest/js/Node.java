package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.derivative.Offer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code index.js} with the Node.js on the PATH, with an empty environment as at the edge. */
final class Node {
    private static final long MAX_SECONDS = 120;

    private final Path folder;
    private int configurations;

    /** Creates a Node.js that works in a folder. Without Node.js the test is skipped. */
    Node(Path folder) {
        assumeInstalled();
        this.folder = folder;
    }

    static boolean isInstalled() {
        return executable().isPresent();
    }

    static void assumeInstalled() {
        assumeTrue(isInstalled(), "expected node on the PATH, got none");
    }

    /** Writes the files of the function for an {@code edgepix.json}, and returns their folder. */
    Path function(String config) throws IOException {
        return offering(OfferWriter.write(ConfigReader.read(config).offer()));
    }

    /** Writes the files of the function for the text of an offer, and returns their folder. */
    Path offering(String offer) throws IOException {
        Path function = withoutOffer();
        Files.writeString(function.resolve(Offer.FILE), offer);
        return function;
    }

    Path withoutOffer() throws IOException {
        Path function = Files.createDirectory(folder.resolve("function-" + configurations++));
        for (String file : List.of("index.js", "rule.js")) {
            Files.write(function.resolve(file), JsFiles.bytes(file));
        }
        return function;
    }

    /** Returns a line for {@link #run}, in ASCII, that calls a function with an event. */
    static String call(Path function, String event) {
        return "{\"folder\":\"" + function + "\",\"event\":" + event + "}";
    }

    /** Runs all calls in one process. The answers have a {@code result} or an {@code error}. */
    List<JsonObject> run(List<String> calls) throws IOException, InterruptedException, URISyntaxException {
        Path in = Files.write(folder.resolve("calls"), calls);
        Path out = folder.resolve("answers");
        ProcessBuilder node = new ProcessBuilder(executable().orElseThrow().toString(), script())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().clear();
        Process process = node.start();
        try {
            assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS))
                    .as("Node.js ended within %d s", MAX_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        try (Stream<String> answers = Files.lines(out)) {
            return answers.map(JsonParser::parseString)
                    .map(answer -> answer.getAsJsonObject())
                    .toList();
        }
    }

    /** Returns the number of parameters that the handler of a function declares. */
    int parametersOfHandler(Path function) throws IOException, InterruptedException {
        Path out = folder.resolve("parameters");
        String program = "console.log(require(process.argv[1]).handler.length)";
        Process process = new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "-e",
                        program,
                        function.resolve("index.js").toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Integer.parseInt(Files.readString(out).strip());
    }

    private static String script() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(Node.class.getResource("/lambda.js"))
                        .toURI())
                .toString();
    }

    private static Optional<Path> executable() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
