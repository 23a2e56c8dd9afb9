package io.edgepix.localedge.lambda;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One environment of a Java function: AWS's runtime interface client, which loads the function from an unpacked zip as in
 * Lambda's managed runtime.
 */
final class JavaProcess implements LambdaProcess {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String NATIVE_CLIENT = "jni/libaws-lambda-jni.linux-x86_64.so";
    private static final long INIT_SECONDS = 60;

    /**
     * What a process runs.
     *
     * @param folder the unpacked zip
     * @param handler the class and the method
     * @param environment the variables in addition to those that Lambda sets
     * @param memoryMegabytes the memory of the function
     * @param client the folder with the jars of the runtime interface client
     */
    record Code(Path folder, String handler, Map<String, String> environment, int memoryMegabytes, Path client) {}

    private final TemporaryFolder temporary;
    private final RuntimeInterface api;
    private final Process process;

    private JavaProcess(TemporaryFolder temporary, RuntimeInterface api, Process process) {
        this.temporary = temporary;
        this.api = api;
        this.process = process;
        var _ = process.onExit().thenRun(api::processEnded);
    }

    /** Starts a process and waits until its function is loaded. {@code log} receives every line that it prints. */
    static JavaProcess start(Code code, Consumer<String> log) throws IOException {
        TemporaryFolder temporary = TemporaryFolder.create("lambda");
        RuntimeInterface api = RuntimeInterface.start();
        try {
            ProcessBuilder builder = new ProcessBuilder(command(code, temporary.path()))
                    .directory(code.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(lambda(code, api, temporary.path()));
            builder.environment().putAll(code.environment());
            Process process = builder.start();
            Thread.ofVirtual().start(() -> pass(process.getInputStream(), log));
            JavaProcess started = new JavaProcess(temporary, api, process);
            started.awaitInitialisation();
            return started;
        } catch (IOException e) {
            api.close();
            temporary.close();
            throw e;
        }
    }

    private void awaitInitialisation() throws IOException {
        try {
            api.initialised().get(INIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("the function's initialisation failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> command(Code code, Path scratch) throws IOException {
        List<Path> jars = jars(code.client());
        Path natives = scratch.resolve("client.so");
        Path jar = jars.stream()
                .filter(each -> each.toString().contains("interface-client-"))
                .findFirst()
                .orElseThrow(() -> new IOException("no runtime interface client in " + code.client()));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.copy(files.getPath(NATIVE_CLIENT), natives);
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of(
                "-XX:MaxRAM=" + code.memoryMegabytes() + "m",
                "-XX:MaxRAMPercentage=85",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + scratch,
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + natives,
                "-classpath",
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                CLIENT,
                code.handler()));
        return command;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> lambda(Code code, RuntimeInterface api, Path scratch) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "edgepix"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(code.memoryMegabytes())),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                Map.entry("LAMBDA_TASK_ROOT", code.folder().toString()),
                Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
                Map.entry("TMPDIR", scratch.toString()),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    private static void pass(InputStream printed, Consumer<String> log) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
            reader.lines().forEach(log);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended.
        }
    }

    @Override
    public JsonObject answer(String event) throws IOException {
        try {
            JsonObject answer = api.answer(event);
            if (answer.has("ended")) {
                throw new IOException("the process ended");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        api.close();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            temporary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
