package io.edgepix.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs programs that prepare something for a command. All of their output goes to stderr. */
public final class Program {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Program() {}

    /**
     * Checks that a program can be found.
     *
     * @throws CommandException if it is not on the path
     */
    public static void require(String name) {
        boolean isThere = SEPARATOR
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (!isThere) {
            throw new CommandException(name + ": expected this program on the path, got none");
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param failure the message if the program fails
     * @throws CommandException if the program is missing or fails
     */
    public static void run(Path folder, List<String> command, String failure) {
        if (status(folder, command, Map.of()) != 0) {
            throw new CommandException(failure);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param environment variables in addition to those of this process
     * @return its exit status
     * @throws CommandException if the program is missing
     */
    public static int status(Path folder, List<String> command, Map<String, String> environment) {
        ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile());
        program.environment().putAll(environment);
        program.redirectErrorStream(true);
        try {
            Process process = program.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(System.err);
            return process.waitFor();
        } catch (IOException e) {
            throw new CommandException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted", e);
        }
    }
}
