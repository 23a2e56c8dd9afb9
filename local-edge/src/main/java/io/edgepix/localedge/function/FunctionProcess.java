package io.edgepix.localedge.function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.lambda.TemporaryFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The CloudFront Functions of a behaviour, in a process of Node.js with the restrictions of their runtime. */
public final class FunctionProcess implements AutoCloseable {
    private static final String RUNTIME = "cloudfront-function.mjs";
    private static final String PASSES_ON = "function handler(event) { return event.request; }";
    private static final String CHANGES_NOTHING = "function handler(event) { return event.response; }";

    private final TemporaryFolder folder;
    private final Process process;
    private final BufferedReader in;
    private final Writer out;

    private FunctionProcess(TemporaryFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.in = process.inputReader(StandardCharsets.UTF_8);
        this.out = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process.
     *
     * @param log receives every line that the functions log
     */
    public static FunctionProcess start(Behaviour.ViewerCode code, Consumer<String> log) {
        try {
            TemporaryFolder folder = TemporaryFolder.create("functions");
            Path runtime = folder.path().resolve(RUNTIME);
            try (InputStream resource = Objects.requireNonNull(FunctionProcess.class.getResourceAsStream(RUNTIME))) {
                Files.copy(resource, runtime);
            }
            Path request = folder.path().resolve("viewer-request.js");
            Path response = folder.path().resolve("viewer-response.js");
            Files.writeString(request, code.request().orElse(PASSES_ON));
            Files.writeString(response, code.response().orElse(CHANGES_NOTHING));
            Process process =
                    new ProcessBuilder("node", runtime.toString(), request.toString(), response.toString()).start();
            Thread.ofVirtual().start(() -> pass(process.getErrorStream(), log));
            return new FunctionProcess(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CloudFront Functions need Node.js (node) on the PATH: " + e.getMessage(), e);
        }
    }

    private static void pass(InputStream printed, Consumer<String> log) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
            reader.lines().forEach(log);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended.
        }
    }

    /**
     * Runs the function of an event. Returns an object with the {@code request} or the {@code response} that it returns,
     * and with the {@code selectedOrigin}, if there is one.
     *
     * @throws IOException if the function fails
     */
    public JsonObject answer(JsonObject event) throws IOException {
        String line = line(event);
        JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
        JsonElement error = answer.get("error");
        if (error != null) {
            throw new IOException(error.getAsString());
        }
        return answer;
    }

    private synchronized String line(JsonObject event) throws IOException {
        out.write(event.toString());
        out.write('\n');
        out.flush();
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the process ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
