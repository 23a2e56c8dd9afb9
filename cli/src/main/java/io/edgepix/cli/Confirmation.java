package io.edgepix.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** A question at the terminal before many objects are removed. */
final class Confirmation {
    private Confirmation() {}

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, from JDK 25 on
    private static @Nullable Console terminal() {
        Console console = System.console();
        return console == null || !console.isTerminal() ? null : console;
    }

    /**
     * Returns if the user types the name of the bucket.
     *
     * @throws CommandException if the user types something else, or if there is no terminal
     */
    static void ask(String bucket) {
        Console console = terminal();
        if (console == null) {
            throw new CommandException("nothing was removed: this is no terminal to ask at, and --yes was not given");
        }
        String typed = console.readLine("Type the bucket's name, %s, to remove all derivatives in it: ", bucket);
        if (!bucket.equals(typed)) {
            throw new CommandException("nothing was removed");
        }
    }
}
