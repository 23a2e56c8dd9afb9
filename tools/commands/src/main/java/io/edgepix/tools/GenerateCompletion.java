package io.edgepix.tools;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code ./dev generate-completion}. Shells look up completion by the name of the program without its
 * folder.
 */
@Command(
        name = "generate-completion",
        description = {
            "Prints a script that completes commands and options in bash and zsh.",
            "In this shell: source <(./dev generate-completion)"
        })
final class GenerateCompletion implements Runnable {
    private static final String PROGRAM = "dev";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AutoComplete.bash(PROGRAM, spec.root().commandLine()));
        out.flush();
    }
}
