package io.edgepix.localqueue.bulk;

import java.util.List;

/** Runs commands of the AWS CLI. */
@FunctionalInterface
public interface AwsCommands {
    /** Runs a command, without the name of the program, and returns its output. */
    String run(List<String> arguments);
}
