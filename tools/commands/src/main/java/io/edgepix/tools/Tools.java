package io.edgepix.tools;

import io.edgepix.bench.Bench;
import io.edgepix.cli.Edgepix;
import io.edgepix.localqueue.QueueCommands;
import io.edgepix.packaging.Packager;
import io.edgepix.quality.conformance.Conformance;
import io.edgepix.quality.fuzz.Fuzz;
import io.edgepix.quality.mutants.Mutants;
import picocli.CommandLine;

/** The complete command line of a checkout, with the tools that are not part of the product. */
public final class Tools {
    private Tools() {}

    /** Runs a command, of the product or of a tool. */
    public static void main(String[] arguments) {
        Edgepix.start(commandLine(), arguments);
    }

    /** Returns the command line with every command that {@code ./dev} knows. */
    static CommandLine commandLine() {
        return QueueCommands.commandLine(
                new Packager(),
                BashCommand.spec(
                        "deploy", "--stack=NAME [OPTION...]", "Packages the functions, and deploys the stacks to AWS."),
                BashCommand.spec(
                        "destroy",
                        "--stack=NAME [--dry-run] [--yes]",
                        "Deletes the stacks on AWS, and lists the resources that remain."),
                BashCommand.spec(
                        "logs",
                        "--stack=NAME [--days=N] [--tail]",
                        "Lists the log groups of a stack in all Regions, sets their retention, or follows them."),
                new Bench(),
                new Conformance(),
                new Mutants(),
                new Fuzz(),
                BashCommand.spec("test", "[MAVEN-OPTION...]", "Runs all checks of CI, and prints the number of tests."),
                BashCommand.spec(
                        "native",
                        "",
                        "Downloads a compiler and builds the native renderer of ./dev run, for machines without one."),
                BashCommand.spec("format", "", "Formats every source file."),
                new GenerateCompletion());
    }
}
