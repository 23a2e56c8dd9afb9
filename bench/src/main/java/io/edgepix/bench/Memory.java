package io.edgepix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The most memory that processes had. */
final class Memory {
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** Megabytes that a process and its children had in memory at their peaks, added up. */
    static double peak(ProcessHandle process) throws IOException {
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

    /** What the lines of a process's status say; 0 for one that has ended. */
    static long kilobytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(
                        line.substring(PEAK.length()).replace("kB", "").strip()))
                .findFirst()
                .orElse(0);
    }
}
