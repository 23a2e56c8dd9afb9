package io.edgepix.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process as in Lambda's Java runtime: the runtime interface client of AWS loads a function from the unpacked zip. The
 * command is that of AWS's java17 runtime with 512 MB, as public logs show it. That of java25 is not published.
 */
final class ManagedRuntime implements AutoCloseable {
    private static final String NATIVE_CLIENT = "jni/libaws-lambda-jni.linux-x86_64.so";

    /**
     * A function in a zip.
     *
     * @param task the unpacked zip
     * @param handler its class and method
     */
    record Function(Path task, String handler) {}

    private final RuntimeApi api;
    private final Process process;
    private final Path log;
    private final long started;

    private ManagedRuntime(RuntimeApi api, Process process, Path log, long started) {
        this.api = api;
        this.process = process;
        this.log = log;
        this.started = started;
    }

    /**
     * Starts a process.
     *
     * @param scratch a folder for its log
     * @param snapshot whether it is started for a snapshot of SnapStart
     * @param environment the variables in addition to those that Lambda sets
     */
    static ManagedRuntime start(Function function, Path scratch, boolean snapshot, Map<String, String> environment)
            throws IOException {
        RuntimeApi api = RuntimeApi.start();
        Path log = scratch.resolve("function.log");
        ProcessBuilder builder = new ProcessBuilder(command(function.handler(), scratch, snapshot))
                .directory(function.task().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(lambda(function.task(), snapshot, api));
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new ManagedRuntime(api, builder.start(), log, now);
    }

    private static List<String> command(String handler, Path scratch, boolean snapshot) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:MaxHeapSize=445645k",
                "-XX:+UseSerialGC",
                "-XX:+TieredCompilation"));
        if (!snapshot) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        Path client = Files.createDirectories(scratch.resolve("client"));
        List<Path> jars = Zip.files(Path.of("target/runtime-interface-client"));
        Path natives = client.resolve("client.so");
        Files.write(
                natives,
                AppJar.entry(
                        jars.stream()
                                .filter(jar -> jar.toString().contains("interface-client-"))
                                .findFirst()
                                .orElseThrow(),
                        NATIVE_CLIENT));
        command.addAll(List.of(
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-XX:+ErrorFileToStderr",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + natives,
                "-classpath",
                String.join(
                        File.pathSeparator,
                        jars.stream()
                                .map(jar -> jar.toAbsolutePath().toString())
                                .toList()),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        return command;
    }

    private static Map<String, String> lambda(Path task, boolean snapshot, RuntimeApi api) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", snapshot ? "snap-start" : "on-demand"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "edgepix"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                Map.entry("LAMBDA_TASK_ROOT", task.toString()),
                Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
                Map.entry("LD_LIBRARY_PATH", "/lib64:/usr/lib64:" + task + ":" + task + "/lib:/opt/lib"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    RuntimeApi api() {
        return api;
    }

    /** Waits for a message of the given kind, and returns the milliseconds since another point in time. */
    long await(String kind, long since) throws InterruptedException, IOException {
        RuntimeApi.Message message = api.next();
        if (!message.kind().equals(kind)) {
            throw new IllegalStateException("expected " + kind + ", got " + message + "\n" + log());
        }
        return TimeUnit.NANOSECONDS.toMillis(message.nanos() - since);
    }

    long started() {
        return started;
    }

    /** Sends an event, and returns the message with the answer or the error. */
    RuntimeApi.Message invoke(String event) throws InterruptedException, IOException {
        api.send(event);
        RuntimeApi.Message answer = api.next();
        await("invocation/next", 0);
        return answer;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Returns the most memory that the process has used so far, in megabytes. */
    long peakMegabytes() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(peak.replaceAll("\\D", "")) / 1024;
    }

    /** Returns the processor time of the process so far. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Ends the process as an operating system does, so that it can write files. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor(2, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
