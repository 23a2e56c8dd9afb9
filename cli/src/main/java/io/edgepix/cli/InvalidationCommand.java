package io.edgepix.cli;

import io.edgepix.derivative.Key;
import io.edgepix.originresponse.CacheTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the AWS CLI that invalidate originals: each by its path, and its derivatives by their cache tag, which
 * follows a {@code #}.
 */
final class InvalidationCommand {
    /** CloudFront allows 3,000 paths in progress for a distribution. */
    private static final int MAX_KEYS = 500;
    /** CloudFront allows 15 paths with a wildcard in progress for a distribution. */
    private static final int MAX_WILDCARDS = 10;

    static final String EVERYTHING = "/*";

    private InvalidationCommand() {}

    /** Returns the arguments of each command. */
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

    /**
     * Returns the arguments of the command for all originals whose keys begin with a prefix. A path with a wildcard
     * covers the originals only, since derivatives begin with their size; these are invalidated by the tag of each
     * original. If there are too many originals to name, or if all are meant, everything is invalidated: originals and
     * derivatives of other pictures are then fetched from S3 again, but not rendered again.
     *
     * @param originals null if there are too many
     */
    static List<String> ofPrefixes(List<String> prefixes, @Nullable Collection<Key> originals, String distribution) {
        List<String> arguments = new ArrayList<>(
                List.of("cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"));
        if (originals == null || prefixes.contains("") || prefixes.size() > MAX_WILDCARDS) {
            arguments.add(EVERYTHING);
            return arguments;
        }
        prefixes.forEach(prefix -> arguments.add(new Key(prefix).path() + "*"));
        originals.stream().map(CacheTag::of).sorted().distinct().forEach(tag -> arguments.add("#" + tag));
        return arguments;
    }

    /** Returns the command as a shell reads it. */
    static String text(List<String> arguments) {
        return arguments.stream().map(InvalidationCommand::quoted).collect(Collectors.joining(" ", "aws ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[-A-Za-z0-9]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
