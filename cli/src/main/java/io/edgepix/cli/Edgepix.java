package io.edgepix.cli;

import io.edgepix.configuration.ConfigException;
import java.util.List;
import picocli.CommandLine;

/** The command line: one subcommand for each task, and one handler of errors. */
public final class Edgepix {
    private static final int WIDTH = 110;

    private Edgepix() {}

    /** Runs a command of the product. Exits with 0, with 1 if it fails, or with 2 if the arguments cannot be parsed. */
    public static void main(String[] arguments) {
        start(commandLine(), arguments);
    }

    /** Runs a command and exits with its status. A server does not exit: it continues in its own threads. */
    public static void start(CommandLine commandLine, String... arguments) {
        int status = commandLine.execute(arguments);
        if (status != Run.SERVING) {
            System.exit(status);
        }
    }

    /** Returns the command line of the product, with more commands after the product's own. */
    public static CommandLine commandLine(Object... more) {
        return commandLineWith(
                (_, _, _) -> {
                    throw new CommandException("--pregenerate: expected to be called as ./dev run --pregenerate");
                },
                more);
    }

    /** Returns the command line of the product with a companion of the local edge, and with more commands. */
    public static CommandLine commandLineWith(Companion companion, Object... more) {
        CommandLine commandLine = new CommandLine(new Root());
        List.of(new Run(companion), new Render(), new Sign(), new Purge(), new CheckNative())
                .forEach(commandLine::addSubcommand);
        List.of(more).forEach(commandLine::addSubcommand);
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setExecutionExceptionHandler(Edgepix::complain);
    }

    /** Prints an error that the user can fix, line by line. Any other error is a bug, and keeps its stack trace. */
    private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        int status = switch (e) {
            case CommandException known -> known.status();
            case ConfigException _ -> CommandLine.ExitCode.SOFTWARE;
            default -> throw e;
        };
        String.valueOf(e.getMessage())
                .lines()
                .forEach(line -> commandLine.getErr().println("dev: " + line));
        return status;
    }
}
