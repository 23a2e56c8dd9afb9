package io.edgepix.localedge.cli;

import io.edgepix.derivative.Key;
import io.edgepix.originresponse.CacheTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands of the AWS CLI that have CloudFront forget originals: each by its own path, and its derivatives by their
 * cache tag, which stands behind a {@code #}.
 */
final class InvalidationCommand {
    /** Of the 3,000 paths that may be under way at once for a distribution. */
    private static final int MAX_KEYS = 500;

    private InvalidationCommand() {}

    /** The arguments of each command that it takes. */
    static List<List<String>> of(List<Key> originals, String distribution) {
        List<List<String>> commands = new ArrayList<>();
        for (int from = 0; from < originals.size(); from += MAX_KEYS) {
            List<String> arguments = new ArrayList<>(
                    List.of("cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"));
            for (Key original : originals.subList(from, Math.min(from + MAX_KEYS, originals.size()))) {
                arguments.add("#" + CacheTag.of(original));
                arguments.add(original.path());
            }
            commands.add(arguments);
        }
        return commands;
    }

    /** As a shell reads it. */
    static String text(List<String> arguments) {
        return arguments.stream().map(InvalidationCommand::quoted).collect(Collectors.joining(" ", "aws ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[-A-Za-z0-9]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
