package io.edgepix.bench.measurement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs for their output. */
public final class ChildProcess {
    private ChildProcess() {}

    /**
     * Runs a program to its end, with one thread in libuv's pool. Its stderr is shown.
     *
     * @return its stdout
     * @throws BenchException if it fails
     */
    public static String output(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("UV_THREADPOOL_SIZE", "1");
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new BenchException(String.join(" ", command) + ": expected exit status 0, got " + status);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
