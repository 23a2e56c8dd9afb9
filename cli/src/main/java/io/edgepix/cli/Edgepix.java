package io.edgepix.cli;

import io.edgepix.derivative.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one subcommand a task. */
@Command(
        name = "./dev",
        subcommands = {Run.class, Render.class, Sign.class, Purge.class})
public final class Edgepix {
    /** Runs a subcommand; exits with 0, or 1 where it failed, or 2 where it was called wrongly. */
    public static void main(String[] arguments) {
        int status = commandLine().execute(arguments);
        // A server goes on in threads of its own.
        if (status != Run.SERVING) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Edgepix())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Edgepix::complain);
    }

    private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof CommandException || e instanceof ConfigException) {
            String.valueOf(e.getMessage())
                    .lines()
                    .forEach(line -> commandLine.getErr().println("dev: " + line));
            return 1;
        }
        throw e;
    }
}
