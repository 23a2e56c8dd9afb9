package io.edgepix.localqueue;

import io.edgepix.cli.Edgepix;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line with the commands and options that need a queue. */
public final class QueueCommands {
    private QueueCommands() {}

    /** Runs a command. Exits as {@link Edgepix} does. */
    public static void main(String[] arguments) {
        Edgepix.start(commandLine(), arguments);
    }

    /** Returns the command line of the product with the queue, and with more commands. */
    public static CommandLine commandLine(Object... more) {
        Object[] commands = Stream.concat(Stream.of(new Bulk(), new Document(), new Documents()), Stream.of(more))
                .toArray();
        return Edgepix.commandLineWith(LocalPregeneration::start, commands);
    }
}
