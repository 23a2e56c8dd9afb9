package io.edgepix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands of the AWS CLI by which CloudFront invalidates originals and their derivatives. */
final class InvalidationCommand {
    private InvalidationCommand() {}

    /** Returns the arguments of a command. */
    static List<String> of(List<String> paths, String distribution) {
        List<String> arguments = new ArrayList<>(
                List.of("cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"));
        arguments.addAll(paths);
        return arguments;
    }

    /** Returns the command as text for a shell. */
    static String text(List<String> arguments) {
        return arguments.stream().map(InvalidationCommand::quoted).collect(Collectors.joining(" ", "aws ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[-A-Za-z0-9]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
