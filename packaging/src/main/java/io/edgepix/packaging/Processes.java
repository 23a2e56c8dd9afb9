package io.edgepix.packaging;

import java.util.concurrent.TimeUnit;

/** Runs programs, with an end to every wait. */
final class Processes {
    private Processes() {}

    /**
     * Waits until a program ends, and ends it where it does not.
     *
     * @throws PackagingException if it fails or takes too long
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
}
