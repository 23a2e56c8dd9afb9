package io.edgepix.localqueue.bulk;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a person sees the output. */
final class Terminal {
    private static final Path ERR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Tells whether the standard error stream is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, from JDK 25 on
    static boolean isErr() {
        try {
            if (Files.isSymbolicLink(ERR)) {
                String target = Files.readSymbolicLink(ERR).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            // the console below
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
