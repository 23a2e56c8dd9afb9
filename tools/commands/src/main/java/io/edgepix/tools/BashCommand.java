package io.edgepix.tools;

import io.edgepix.cli.CommandException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command that {@code ./dev} runs in bash, without Java. It is listed here so that help, documentation and completion
 * include every command.
 */
final class BashCommand {
    private BashCommand() {}

    static CommandSpec spec(String name, String arguments, String description) {
        Runnable refusal = () -> {
            throw new CommandException(name + ": expected to be called as ./dev " + name + ", which runs it in bash");
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(refusal).name(name);
        spec.usageMessage().description(description).customSynopsis(("./dev " + name + " " + arguments).strip());
        return spec;
    }
}
