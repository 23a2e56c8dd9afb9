package io.edgepix.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Generates docs/commands.md from the model of the command line. */
final class CommandsPage {
    static final Path PAGE = Path.of("..", "..", "docs", "commands.md");

    private static final Path SCRIPTS = Path.of("..", "..", "cloudformation");

    private CommandsPage() {}

    /** Returns the page. Its first code block is the output of {@code ./dev help}. */
    static String text(CommandLine commandLine) throws IOException {
        StringBuilder page = new StringBuilder("""
                # Commands

                `./dev` finds JDK 25, builds what is missing and runs a command. `./dev help` prints this list,
                and `./dev COMMAND --help` prints the usage of one command. This page is generated from these help texts.

                """);
        page.append(block(commandLine.getUsageMessage(Ansi.OFF)));
        page.append("""

                For completion of commands and options in bash or zsh: `source <(./dev generate-completion)`
                """);
        for (Map.Entry<String, CommandLine> command :
                commandLine.getSubcommands().entrySet()) {
            if (command.getValue().getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            page.append("\n## ").append(command.getKey()).append("\n\n");
            page.append(block(usage(command.getKey(), command.getValue())));
        }
        return page.toString();
    }

    private static String block(String text) {
        return "```text\n" + text.stripTrailing() + "\n```\n";
    }

    /** Returns the usage of a command. For a script this is the output of its own {@code --help}. */
    private static String usage(String name, CommandLine command) throws IOException {
        Path script = SCRIPTS.resolve(name);
        return Files.isExecutable(script) ? help(script) : command.getUsageMessage(Ansi.OFF);
    }

    private static String help(Path script) throws IOException {
        Process process = new ProcessBuilder(script.toString(), "--help").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(script + " --help: expected exit status 0");
        }
        return text;
    }
}
