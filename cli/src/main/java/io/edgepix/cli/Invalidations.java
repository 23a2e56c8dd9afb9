package io.edgepix.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invalidations of a distribution, as commands of the AWS CLI.
 *
 * @param distribution its id; null if it is not known
 */
record Invalidations(@Nullable String distribution, PrintWriter out, PrintWriter err) {
    void print(List<List<String>> commands) {
        commands.forEach(command -> out.println(InvalidationCommand.text(command)));
    }

    /** Runs the commands, or prints them if no distribution is known. */
    void runOrPrint(List<List<String>> commands, boolean wait) {
        if (distribution == null) {
            err.println(
                    "dev: no --distribution was given; until these commands are run, CloudFront serves its cached answers:");
            print(commands);
        } else {
            run(distribution, commands, wait);
        }
    }

    private void run(String known, List<List<String>> commands, boolean wait) {
        List<String> under = new ArrayList<>();
        for (List<String> command : commands) {
            List<String> asked = new ArrayList<>(command);
            asked.addAll(List.of("--query", "Invalidation.Id", "--output", "text"));
            try {
                under.add(AwsCli.run(asked));
            } catch (CommandException e) {
                throw new CommandException(
                        e.getMessage() + "; the derivatives are removed, but CloudFront still caches them; to"
                                + " invalidate: " + InvalidationCommand.text(command));
            }
        }
        for (String id : under) {
            out.println("invalidation " + id + " of the distribution " + known + " is in progress");
            if (wait) {
                AwsCli.run(List.of(
                        "cloudfront", "wait", "invalidation-completed", "--distribution-id", known, "--id", id));
                out.println("invalidation " + id + " is complete");
            }
        }
    }
}
