package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.ProcessMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process whose log is kept. */
final class ChildJava implements AutoCloseable {
    private final Process process;
    private final LogLines log = new LogLines();
    private final Thread reader;
    private double peak;
    private Duration processorTime = Duration.ZERO;

    private ChildJava(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("child-log").start(this::read);
    }

    /** Starts a command with more environment variables. */
    static ChildJava start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJava(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(log);
        } catch (IOException | UncheckedIOException e) {
            // The process was killed.
        }
    }

    LogLines log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the largest memory of the process so far, in megabytes. */
    double peakMegabytes() throws IOException {
        peak = Math.max(peak, ProcessMemory.peak(process.toHandle()));
        return peak;
    }

    /** Returns the processor time of the process so far. */
    Duration processorTime() {
        processorTime = process.info().totalCpuDuration().orElse(processorTime);
        return processorTime;
    }

    /** Ends the process by SIGKILL. Its log is complete afterwards. */
    void kill() throws IOException, InterruptedException {
        peakMegabytes();
        processorTime();
        process.destroyForcibly().waitFor();
        reader.join();
    }

    /** Waits for the end of the process, and returns its exit status. */
    int status(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BenchException(
                    "expected the end of a process within " + patience.toSeconds() + " s; its log:\n  " + log.end(5));
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
