package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs CloudFront Functions. */
interface FunctionEngine {
    long MAX_SECONDS = 120;

    /** The events of a process. The program of njs frees no memory while it runs. */
    int MAX_EVENTS = 1000;

    /** Node.js with the restrictions of the runtime, by the runner of the local edge. */
    FunctionEngine NODE = (folder, events) -> List.of(
            "node",
            Path.of("../local-edge/src/main/resources/io/edgepix/localedge/function/cloudfront-function.mjs")
                    .toRealPath()
                    .toString(),
            folder.resolve("function.js").toString(),
            folder.resolve("function.js").toString());

    /**
     * The engine that the runtime of CloudFront Functions derives from. It does not know syntax that the runtime does
     * not have either, such as classes and destructuring.
     *
     * @param executable the command line program of njs
     */
    static FunctionEngine njs(Path executable) {
        return (folder, events) -> {
            Path modules = Files.createDirectories(folder.resolve("modules"));
            Files.writeString(
                    modules.resolve("cloudfront"),
                    "export default {selectRequestOriginById: (id) => {globalThis.selectedOrigin = id;}};\n");
            Path script = Files.writeString(
                    folder.resolve("njs.js"), Files.readString(folder.resolve("function.js")) + resource("/njs.js"));
            return List.of(
                    executable.toString(),
                    "-p",
                    modules.toString(),
                    script.toString(),
                    folder.resolve("events").toString());
        };
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(FunctionEngine.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the command line for a folder with {@code function.js} and {@code events}, which are also the input. */
    List<String> command(Path folder, Path events) throws IOException;

    /** Runs a function with events in JSON. Each answer has a {@code request} or a {@code response}. */
    default List<JsonObject> run(Path scratch, String code, List<String> events)
            throws IOException, InterruptedException {
        List<JsonObject> answers = new ArrayList<>();
        for (int i = 0; i < events.size(); i += MAX_EVENTS) {
            answers.addAll(runAll(scratch, code, events.subList(i, Math.min(i + MAX_EVENTS, events.size()))));
        }
        return answers;
    }

    private List<JsonObject> runAll(Path scratch, String code, List<String> events)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "function-");
        Files.writeString(folder.resolve("function.js"), code);
        Path in = Files.write(folder.resolve("events"), events);
        Path out = folder.resolve("answers");
        Process process = new ProcessBuilder(command(folder, in))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %d s", MAX_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        try (Stream<String> answers = Files.lines(out)) {
            List<JsonObject> all = answers.map(line -> {
                        assertThat(line).as("an answer").startsWith("{").doesNotStartWith("{\"error\"");
                        return JsonParser.parseString(line).getAsJsonObject();
                    })
                    .toList();
            assertThat(all).hasSameSizeAs(events);
            return all;
        }
    }
}
