package io.edgepix.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the memory of processes from Linux's {@code /proc}. */
public final class ProcessMemory {
    private static final String PEAK = "VmHWM:";
    private static final String NOW = "VmRSS:";

    private ProcessMemory() {}

    /** Returns the sum of the peaks of a process and its children, in megabytes. */
    public static double peak(ProcessHandle process) throws IOException {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        long kilobytes = 0;
        for (ProcessHandle member : family) {
            kilobytes += peakOf(member.pid());
        }
        return kilobytes / 1024.0;
    }

    private static long peakOf(long pid) throws IOException {
        try {
            return kilobytes(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (NoSuchFileException e) {
            return 0; // ended meanwhile
        }
    }

    /** Returns the megabytes that a process has in memory now. */
    public static double resident(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return kilobytes(Files.readAllLines(status), NOW) / 1024.0;
    }

    /** Returns the peak from the lines of a process's status, or 0 if the process has ended. */
    static long kilobytes(List<String> status) {
        return kilobytes(status, PEAK);
    }

    private static long kilobytes(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(
                        line.substring(field.length()).replace("kB", "").strip()))
                .findFirst()
                .orElse(0);
    }
}
