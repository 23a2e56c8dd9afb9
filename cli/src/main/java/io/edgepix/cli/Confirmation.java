package io.edgepix.cli;

import java.io.Console;
import java.util.Optional;

/** Asks for confirmation at the terminal before many objects are removed. */
final class Confirmation {
    private Confirmation() {}

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, from JDK 25 on
    private static Optional<Console> terminal() {
        Console console = System.console();
        return Optional.ofNullable(console).filter(Console::isTerminal);
    }

    /**
     * Returns if the user types the name of the bucket.
     *
     * @throws CommandException if the user types something else, or if there is no terminal
     */
    static void ask(String bucket) {
        Console console = terminal()
                .orElseThrow(() -> new CommandException(
                        "nothing was removed: expected --yes, or a terminal for the confirmation, got neither"));
        String typed = console.readLine("Type the bucket's name, %s, to remove all derivatives in it: ", bucket);
        if (!bucket.equals(typed)) {
            throw new CommandException("nothing was removed");
        }
    }
}
