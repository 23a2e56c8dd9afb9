package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the restrictions of {@code cloudfront-function.mjs}, without which the other tests would prove less. */
class FunctionRuntimeTest {
    private static final String EVENT = "{\"context\":{\"eventType\":\"viewer-request\"},"
            + "\"request\":{\"uri\":\"/a\",\"rawQueryString\":\"d=1&d=%20&x\",\"headers\":{}}}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval('1')",
                "new Function('return 1')()",
                "handler.constructor('return this')()",
                "event.constructor.constructor('return process')()",
                "console.log.constructor('return process')()",
                "undeclared = 1"
            })
    void handle_codeFromText_isRefused(String statement) throws Exception {
        assertThat(answer(statement)).startsWith("{\"error\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process",
                "require",
                "setTimeout",
                "setImmediate",
                "fetch",
                "URL",
                "Buffer",
                "Map",
                "Set",
                "Proxy",
                "BigInt",
                "Intl",
                "WebAssembly"
            })
    void handle_globalOfNode_isUnknown(String name) throws Exception {
        assertThat(answer("event.request.uri = typeof " + name)).contains("\"uri\":\"undefined\"");
    }

    @Test
    void handle_anEndlessLoop_isStopped() throws Exception {
        assertThat(answer("for (;;);")).contains("timed out");
    }

    @Test
    void handle_queryString_isThereAsATextAndParsed() throws Exception {
        assertThat(answer("event.request.uri = event.request.rawQueryString()"))
                .contains("\"uri\":\"d=1&d=%20&x\"")
                .contains(
                        "\"querystring\":{\"d\":{\"value\":\"1\",\"multiValue\":[{\"value\":\"1\"},{\"value\":\"%20\"}]},"
                                + "\"x\":{\"value\":\"\"}}");
    }

    @ParameterizedTest
    @CsvSource({"10240, 0", "10241, 1"})
    void load_codeUpToTheLimit_isAccepted(int bytes, int status) throws Exception {
        String code = "function handler(event) { return event.request; }";
        assertThat(run(code + " ".repeat(bytes - code.length()))).isEqualTo(status);
    }

    private String answer(String statement) throws Exception {
        run("import cf from 'cloudfront';\nfunction handler(event) { " + statement + "; return event.request; }");
        return Files.readString(folder.resolve("answers"));
    }

    /** Runs a function with one event, and returns the status of the process. */
    private int run(String code) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("function.js"), code);
        Path in = Files.writeString(folder.resolve("events"), EVENT, StandardCharsets.US_ASCII);
        return new ProcessBuilder(FunctionEngine.NODE.command(folder, in))
                .redirectInput(in.toFile())
                .redirectOutput(folder.resolve("answers").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
