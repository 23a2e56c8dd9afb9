package io.edgepix.localedge.lambda;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One environment of a Node.js function: a process with its own temporary folder, for one event at a time. */
public final class NodeProcess implements LambdaProcess {
    /** The time that Lambda allows for the initialisation of a function. */
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    private static final String RUNTIME = "lambda-runtime.mjs";

    private final TemporaryFolder temporary;
    private final Process process;
    private final SocketChannel channel;
    private final BufferedReader in;
    private final Writer out;

    private NodeProcess(TemporaryFolder temporary, Process process, SocketChannel channel) {
        this.temporary = temporary;
        this.process = process;
        this.channel = channel;
        this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        this.out = Channels.newWriter(channel, StandardCharsets.UTF_8);
    }

    /**
     * Starts a process and waits until its module is loaded.
     *
     * @param folder the unpacked zip
     * @param module the file in it that exports {@code handler}
     * @param environment the variables it gets in addition to those that Lambda sets
     * @param log receives every line that it prints
     * @throws IOException if that fails, or takes longer than Lambda allows
     */
    public static NodeProcess start(Path folder, String module, Map<String, String> environment, Consumer<String> log)
            throws IOException {
        return start(List.of("node"), folder, module, environment, log);
    }

    /**
     * Starts a process by a different command, which must replace itself with Node.js, and waits until its module is
     * loaded.
     *
     * @param node the command and its arguments, to which those for Node.js are added
     */
    public static NodeProcess start(
            List<String> node, Path folder, String module, Map<String, String> environment, Consumer<String> log)
            throws IOException {
        TemporaryFolder temporary = TemporaryFolder.create("lambda");
        Path socket = temporary.path().resolve("runtime");
        try (ChildServer server = ChildServer.listen(socket)) {
            List<String> command = new ArrayList<>(node);
            command.add(runtime(temporary.path()).toString());
            command.add(socket.toString());
            command.add(folder.resolve(module).toString());
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
            builder.environment().put("TMPDIR", temporary.path().toString());
            Process process = builder.start();
            Thread.ofVirtual().start(() -> pass(process.getInputStream(), log));
            return initialised(new NodeProcess(temporary, process, server.accept(process, INIT_LIMIT)));
        } catch (IOException e) {
            temporary.close();
            throw e;
        }
    }

    /** Copies the runtime, which is a resource, to a file for Node.js. */
    private static Path runtime(Path temporary) throws IOException {
        Path file = temporary.resolve(RUNTIME);
        try (InputStream in = Objects.requireNonNull(NodeProcess.class.getResourceAsStream(RUNTIME))) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void pass(InputStream printed, Consumer<String> log) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
            reader.lines().forEach(log);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended.
        }
    }

    private static NodeProcess initialised(NodeProcess started) throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                started.process::destroyForcibly,
                CompletableFuture.delayedExecutor(INIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        try {
            started.read();
            return started;
        } catch (IOException e) {
            started.close();
            throw new IOException("the function's initialisation failed: " + e.getMessage(), e);
        } finally {
            limit.cancel(false);
        }
    }

    @Override
    public JsonObject answer(String event) throws IOException {
        out.write(event.replace('\n', ' '));
        out.write('\n');
        out.flush();
        return read();
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    private JsonObject read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException(
                    "the process ended" + (process.isAlive() ? "" : " with status " + process.exitValue()));
        }
        return JsonParser.parseString(line).getAsJsonObject();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            channel.close();
            process.waitFor(5, TimeUnit.SECONDS);
            temporary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
