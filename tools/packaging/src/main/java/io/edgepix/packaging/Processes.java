package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for programs to end, always with a time limit. */
final class Processes {
    private static final int LAST_LINES = 15;

    private Processes() {}

    /**
     * Waits until a program ends, and kills it after the given time.
     *
     * @throws PackagingException if the program fails or takes too long
     */
    static void await(Process process, long time, TimeUnit unit, String name) {
        try {
            if (!process.waitFor(time, unit)) {
                process.destroyForcibly();
                throw new PackagingException(name + " did not end within " + time + " " + unit);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PackagingException(name + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new PackagingException(name + " ended with status " + process.exitValue());
        }
    }

    /** Returns an exception with the last lines that the program printed. */
    static PackagingException withLog(Exception complaint, Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new PackagingException(complaint.getMessage() + "\n" + String.join("\n", last));
    }
}
